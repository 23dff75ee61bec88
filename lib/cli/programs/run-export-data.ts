/** Runs the export-data command in a separate process, with the database of DATABASE_URL. */
import { runExportCli } from '@/lib/cli/export-data'

process.exitCode = await runExportCli(process.argv.slice(2))
