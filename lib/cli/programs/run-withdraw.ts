/** Runs the withdraw command in a separate process, with the database of DATABASE_URL. */
import { runWithdrawCli } from '@/lib/cli/withdraw'

process.exitCode = await runWithdrawCli(process.argv.slice(2))
