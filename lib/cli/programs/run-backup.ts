/** Runs the backup command in a separate process, with the database of DATABASE_URL. */

import { listenForStop } from '@/lib/boot/shutdown'
import { runBackupCli } from '@/lib/cli/backup'

process.exit(await runBackupCli(process.argv.slice(2), listenForStop([])))
