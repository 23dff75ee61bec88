import { forgetLatestVersion } from '@/lib/db/known-version'
import { answerForm, fieldOf, readFields } from '@/lib/desk/answer-form'
import { FormProblem } from '@/lib/desk/form-problem'
import { withdraw } from '@/lib/store/withdraw/withdraw'
import { withdrawalOrder } from '@/lib/store/withdraw/withdrawal-order'
import { WithdrawalRefusal } from '@/lib/store/withdraw/withdrawal-refusal'
import { assertFollows, StoreMoved } from '@/lib/upload/load-upload'

const VERSION = /^[1-9]\d{0,8}$/

/**
 * Answers `POST /api/uploads/withdrawals/VERSION`: takes a version back, and leads to the version that did it. `against`
 * is the newest version at the dry run that the page showed; `reason` must be there.
 */
export function answerWithdrawalForm(request: Request, version: string): Promise<Response> {
  const page = VERSION.test(version) ? `/data/${version}/withdrawal` : '/data'
  return answerForm(request, {
    key: 'withdrawal in a browser',
    pathOf: (problem) => `${page}?problem=${problem}`,
    carryOut: async ({ name }) => {
      const form = await readFields(request)
      const against = fieldOf(form, 'against')
      if (!VERSION.test(version) || !VERSION.test(against)) throw new FormProblem('bad-form')
      const order = withdrawalOrder.safeParse({ version: Number(version), reason: fieldOf(form, 'reason') })
      if (!order.success) throw new FormProblem('no-reason')
      try {
        const done = await withdraw(order.data, {
          ...{ loadedBy: name, dryRun: false },
          beforeCommit: async (_, outcome) => assertFollows(Number(against), [outcome.version]),
        })
        return done.version === null ? page : `/data/${done.version}`
      } catch (error) {
        if (error instanceof StoreMoved) throw new FormProblem('moved')
        // The page says why: its own dry run is refused for the same reason.
        if (error instanceof WithdrawalRefusal) return page
        throw error
      } finally {
        forgetLatestVersion()
      }
    },
  })
}
