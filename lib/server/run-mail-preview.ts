/** The mail of a week in a process of its own, with its database in the environment. */
import { runMailPreviewCli } from '@/lib/export/mail-preview-cli'

process.exitCode = await runMailPreviewCli(process.argv.slice(2))
