import { answerOrder } from '@/lib/store/answer-order'
import { withdraw } from './withdraw'
import { faultOf } from './withdrawal-order'
import { withdrawalOutcome } from './withdrawal-outcome'
import { WithdrawalRefusal } from './withdrawal-refusal'
import { withdrawalRequest } from './withdrawal-request'

/**
 * Answers `POST /api/v1/withdrawals`, whose body is an order in JSON: 201 with the new version, 200 in a dry run (the
 * default) or when there is no row to withdraw, or a problem. Without IMPORT_TOKEN it is 404.
 */
export function answerWithdrawal(request: Request): Promise<Response> {
  return answerOrder(request, {
    name: 'withdrawals',
    order: withdrawalRequest,
    example: '{"version": 4}',
    outcome: withdrawalOutcome,
    faultOf,
    carryOut: ({ dryRun, ...order }, change) => withdraw(order, { ...change, dryRun }),
    isRefusal: (error): error is WithdrawalRefusal => error instanceof WithdrawalRefusal,
  })
}
