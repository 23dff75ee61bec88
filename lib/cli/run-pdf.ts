/** The PDF of a week in a process of its own, with its database in the environment. */
import { runPdfCli } from './pdf'

process.exitCode = await runPdfCli(process.argv.slice(2))
