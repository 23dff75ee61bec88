/** Runs the restore command in a separate process, with the database of DATABASE_URL. */
import { runRestoreCli } from './backup'

process.exitCode = await runRestoreCli(process.argv.slice(2))
