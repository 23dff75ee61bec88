/** Runs the restore command in a separate process, with the database of DATABASE_URL. */

import { listenForStop } from '@/lib/boot/shutdown'
import { runRestoreCli } from '@/lib/cli/backup'

process.exit(await runRestoreCli(process.argv.slice(2), listenForStop([])))
