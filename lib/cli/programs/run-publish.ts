/** Runs the publish command in a separate process, with the database of DATABASE_URL. */
import { runPublishCli } from '@/lib/cli/publish'

process.exitCode = await runPublishCli(process.argv.slice(2))
