/** The program of the child processes that make documents and pictures. */
import { constants, setPriority } from 'node:os'
import { serveTasks } from '@/lib/process/serve-tasks'
import { loadFonts } from './compiler'
import { fillOrder } from './fill-order'

// Lower priority, so that pages come first when all cores are busy.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
serveTasks(fillOrder)
// Meanwhile the server reads the data of the first document.
loadFonts()
