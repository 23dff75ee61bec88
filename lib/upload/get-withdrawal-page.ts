import type { LoadProblem } from '@/lib/address/parameters/load-parameters'
import { readLatestAnew } from '@/lib/db/latest-version'
import { offersLoading } from '@/lib/desk/who-may-load'
import { withdraw } from '@/lib/store/withdraw/withdraw'
import type { WithdrawalOrder } from '@/lib/store/withdraw/withdrawal-order'
import type { WithdrawalOutcome } from '@/lib/store/withdraw/withdrawal-outcome'
import { type RefusalReason, WithdrawalRefusal } from '@/lib/store/withdraw/withdrawal-refusal'
import { type ChangedDays, NO_DAYS, readChangedDays } from './changed-days'
import { movedInEditions, standingEditions } from './moved-editions'
import type { MovedEditions } from './moved-editions-schema'

export type { WithdrawalOutcome } from '@/lib/store/withdraw/withdrawal-outcome'
export type { RefusalReason } from '@/lib/store/withdraw/withdrawal-refusal'

/** A dry run writes no name. */
const DRY_RUN = 'nobody'

/** The page that takes a version back. */
export interface WithdrawalPage {
  mayLoad: boolean
  problem: LoadProblem | null
  /** What the withdrawal would do; null when this store cannot carry it out, or nobody may. */
  outcome: WithdrawalOutcome | null
  /** What would move in editions; null while none stands. */
  published: MovedEditions | null
  /** Why it cannot be carried out; null when it can. */
  refusal: readonly RefusalReason[] | null
}

/** Returns what the withdrawal of a version would do now, found by a dry run, which writes nothing. */
export async function getWithdrawalPage(version: number, problem: LoadProblem | null): Promise<WithdrawalPage> {
  const page = { mayLoad: offersLoading(), problem, outcome: null, published: null, refusal: null }
  if (!page.mayLoad) return page
  try {
    const order = { version, series: null, from: null, to: null, reason: null }
    return { ...page, ...(await dryRun(order)) }
  } catch (error) {
    if (!(error instanceof WithdrawalRefusal)) throw error
    return { ...page, refusal: error.reasons }
  }
}

async function dryRun(order: WithdrawalOrder): Promise<Pick<WithdrawalPage, 'outcome' | 'published'>> {
  const standing = await standingEditions()
  const options = { loadedBy: DRY_RUN, dryRun: true }
  if (standing.length === 0) return { outcome: await withdraw(order, options), published: null }
  let days: ChangedDays | null = NO_DAYS
  const { id: newest } = await readLatestAnew()
  let before = newest
  const outcome = await withdraw(order, {
    ...options,
    beforeRollback: async (query, version) => {
      before = version - 1
      days = await readChangedDays(query, version)
    },
  })
  return { outcome, published: await movedInEditions({ standing, before, days }) }
}
