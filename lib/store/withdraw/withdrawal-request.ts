import { z } from 'zod'
import { withdrawalOrder } from './withdrawal-order'

/** The body of `POST /api/v1/withdrawals`. */
export const withdrawalRequest = withdrawalOrder.extend({
  dryRun: z.boolean().default(true).describe('Say what a withdrawal would do, and write nothing: the default.'),
})
