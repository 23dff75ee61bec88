/** The program of the press's children. */

import { serveOrders } from '@/lib/process/serve-orders'
import { fillOrder } from './fill-order'

serveOrders(fillOrder)
