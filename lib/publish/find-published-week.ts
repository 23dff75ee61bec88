import type { PublishRefusalCode } from '@/lib/address/parameters/edition-parameters'
import { reportName } from '@/lib/address/report-path'
import { findIssue } from '@/lib/analysis/weeks/find-issue'
import { findWeek } from '@/lib/analysis/weeks/find-week'
import type { ReportDays } from '@/lib/analysis/weeks/report-days'
import type { WindowKind } from '@/lib/base/window-kind'
import { latestVersion } from '@/lib/db/latest-version'
import type { PublishOrder } from './publish-order'

/** An order that this store cannot carry out; the message says why, and what to do. */
export class PublishRefusal extends Error {
  override name = 'PublishRefusal'

  constructor(
    /** What a page says in the language of its reader. */
    readonly code: PublishRefusalCode,
    message: string,
  ) {
    super(message)
  }
}

/** A week, a month or a quarter of the newest data version. */
export interface PublishedWeek {
  version: number
  stamp: string
  days: ReportDays
  market: string
  window: WindowKind
  /** Its last trading day, ISO. */
  asOf: string
}

/**
 * Returns the week, the month or the quarter of an order. Throws a PublishRefusal with the nearest ones or the markets when
 * there is none.
 */
export async function findPublishedWeek(order: PublishOrder): Promise<PublishedWeek> {
  const { week, month, quarter, market } = order
  const { id: version, stamp } = await latestVersion()
  const shown = { version, market: market ?? undefined }
  const window = month !== null ? 'month' : quarter !== null ? 'quarter' : 'week'
  const wanted = month ?? quarter ?? week ?? undefined
  const found = window === 'week' ? await findWeek(shown, wanted) : await findIssue(shown, window, wanted)
  if (found.kind === 'no-data') {
    const known = found.markets.length === 0 || market === null
    throw new PublishRefusal(
      'no-week',
      known
        ? 'No data has been loaded yet.'
        : `There is no market "${market}" with data. Markets: ${found.markets.join(', ')}.`,
    )
  }
  if (found.kind === 'no-week' || found.kind === 'no-issue') {
    const nearest = found.nearest.map((asOf) => reportName(asOf, window)).join(', ')
    throw new PublishRefusal(
      'no-week',
      `There is no report for the ${window} of ${wanted}. Nearest reports: ${nearest}.`,
    )
  }
  return { version, stamp, days: found.days, market: found.days.market, window, asOf: found.asOf }
}
