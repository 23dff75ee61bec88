/** The proof of the store in a process of its own, with its database in the environment. */
import { runVerifyCli } from './verify'

process.exitCode = await runVerifyCli()
