/** The proof of the store in a process of its own, with its database in the environment. */
import { runVerifyCli } from '@/lib/store/verify-cli'

process.exitCode = await runVerifyCli()
