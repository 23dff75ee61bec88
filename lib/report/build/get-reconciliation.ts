import { MANY_FACTORS } from '@/lib/report/many/many-factors'
import { getInputsOf, type ReportRequest, readWeek } from './get-report-inputs'
import { type Reconciliation, reconcile } from './reconciliation'

/** A page of the reconciliation of a week. */
export interface ReconciliationPart {
  reconciliation: Reconciliation
  /** From 1. */
  page: number
  pages: number
  /** Numbers of its first and last factor among all of the week, from 1. */
  from: number
  to: number
  count: number
}

/**
 * Compares the conventions of a week, fifty factors a page; the portfolios are on the first page.
 * @param page from 1
 * @returns null when there is no such page
 */
export async function getReconciliation(request: ReportRequest, page: number): Promise<ReconciliationPart | null> {
  const week = await readWeek(request)
  const { factors, portfolios } = week.catalogue
  const pages = Math.max(1, Math.ceil(factors.length / MANY_FACTORS))
  if (page > pages) return null
  const from = (page - 1) * MANY_FACTORS
  const shown = factors.slice(from, from + MANY_FACTORS)
  const catalogue = { ...week.catalogue, portfolios: page === 1 ? portfolios : [] }
  const inputs = await getInputsOf({ ...week, catalogue }, shown)
  return {
    reconciliation: reconcile(inputs),
    page,
    pages,
    from: from + 1,
    to: from + shown.length,
    count: factors.length,
  }
}
