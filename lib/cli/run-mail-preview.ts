/** The mail of a week in a process of its own, with its database in the environment. */
import { runMailPreviewCli } from './mail-preview'

process.exitCode = await runMailPreviewCli(process.argv.slice(2))
