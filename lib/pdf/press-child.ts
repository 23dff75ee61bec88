/** The program of the press's children. */
import { fillOrder } from './fill-order'
import { serveOrders } from './serve-orders'

serveOrders(fillOrder)
