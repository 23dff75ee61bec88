/** The program of a process that owns the embedded database of a folder, for tests that kill it. */
import { openEmbeddedDatabase } from '@/lib/boot/postgres/open-embedded'
import { aborted, listenForStop } from '@/lib/boot/shutdown'

const [, , folder] = process.argv
if (!folder) throw new Error('Expected a folder.')
const signal = listenForStop([])
const database = await openEmbeddedDatabase(folder)
process.send?.(database.url)
await aborted(signal)
await database.close()
process.exit()
