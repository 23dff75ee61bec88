/** Runs the mail-preview command in a separate process, with the database of DATABASE_URL. */
import { runMailPreviewCli } from '@/lib/cli/mail-preview'

process.exitCode = await runMailPreviewCli(process.argv.slice(2))
