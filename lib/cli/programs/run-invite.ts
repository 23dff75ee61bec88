/** Runs the command for invitations in a separate process, with the database of DATABASE_URL. */
import { runInviteCli } from '@/lib/cli/invite'

process.exitCode = await runInviteCli(process.argv.slice(2))
