import { orderOperation } from '@/lib/store/order-operation'
import { publishRequest } from './publish-order'
import { publishOutcome } from './publish-outcome'

/** Returns the OpenAPI description of `POST /editions`. */
export function publishOperation() {
  return orderOperation({
    name: 'editions',
    summary: 'Publish a week, a month or a quarter, submit it for review, or withdraw it',
    description:
      'Freezes the newest data version of a week, a month or a quarter, its texts, figures and documents as the next edition. What blocks must be mended first, and each warning of the gate be waived with a reason.',
    noun: 'order',
    nothing: 'A dry run.',
    made: 'The edition was written, or the week, month or quarter submitted for review.',
    order: publishRequest,
    outcome: publishOutcome,
  })
}
