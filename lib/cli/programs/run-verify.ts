/** Runs the verify command in a separate process, with the database of DATABASE_URL. */
import { runVerifyCli } from '@/lib/cli/verify'

process.exitCode = await runVerifyCli(process.argv.slice(2))
