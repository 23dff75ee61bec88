import { orderOperation } from '@/lib/store/order-operation'
import { renameRequest } from './rename-order'
import { renameOutcome } from './rename-outcome'

/** Returns the OpenAPI description of `POST /renames`. */
export function renameOperation() {
  return orderOperation({
    name: 'renames',
    summary: 'Give a series another code',
    description:
      'Makes a new data version since which a factor or portfolio has another code, with all of its versions and rows. Addresses with the old code redirect permanently; files have to use the new one.',
    noun: 'rename',
    nothing: 'A dry run.',
    order: renameRequest,
    outcome: renameOutcome,
  })
}
