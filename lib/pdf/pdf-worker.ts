/** The program of the processes that make documents and pictures. */
import { constants, setPriority } from 'node:os'
import { serveTasks } from '@/lib/process/serve-tasks'
import { fillOrder } from './fill-order'

// Pages come first where all cores are busy.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
serveTasks(fillOrder)
