import type { LoadProblem } from '@/lib/address/parameters/load-parameters'
import { withdraw } from '@/lib/store/withdraw/withdraw'
import type { WithdrawalOutcome } from '@/lib/store/withdraw/withdrawal-outcome'
import { type RefusalReason, WithdrawalRefusal } from '@/lib/store/withdraw/withdrawal-refusal'
import { offersLoading } from './who-may-load'

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
  /** Why it cannot be carried out; null when it can. */
  refusal: readonly RefusalReason[] | null
}

/** Returns what the withdrawal of a version would do now, found by a dry run, which writes nothing. */
export async function getWithdrawalPage(version: number, problem: LoadProblem | null): Promise<WithdrawalPage> {
  const page = { mayLoad: offersLoading(), problem, outcome: null, refusal: null }
  if (!page.mayLoad) return page
  try {
    const order = { version, series: null, from: null, to: null, reason: null }
    return { ...page, outcome: await withdraw(order, { loadedBy: DRY_RUN, dryRun: true }) }
  } catch (error) {
    if (!(error instanceof WithdrawalRefusal)) throw error
    return { ...page, refusal: error.reasons }
  }
}
