/** Runs the import command in a separate process, with the database of DATABASE_URL. */
import { runImportCli } from '@/lib/cli/import'

process.exitCode = await runImportCli(process.argv.slice(2))
