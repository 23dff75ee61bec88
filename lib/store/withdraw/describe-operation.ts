import { orderOperation } from '@/lib/store/order-operation'
import { withdrawalOutcome } from './withdrawal-outcome'
import { withdrawalRequest } from './withdrawal-request'

/** Returns the OpenAPI description of `POST /withdrawals`. */
export function withdrawalOperation() {
  return orderOperation({
    name: 'withdrawals',
    summary: 'Take a load back',
    description:
      'Makes a new data version in which the rows of a version, or of series between dates, are as they were before it. Nothing is erased.',
    noun: 'withdrawal',
    nothing: 'A dry run, or no row to withdraw.',
    order: withdrawalRequest,
    outcome: withdrawalOutcome,
  })
}
