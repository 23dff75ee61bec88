/** Runs the rename command in a separate process, with the database of DATABASE_URL. */
import { runRenameCli } from '@/lib/cli/rename'

process.exitCode = await runRenameCli(process.argv.slice(2))
