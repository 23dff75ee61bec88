import type { PublishRefusalCode } from '@/lib/address/parameters/edition-parameters'
import { findWeek } from '@/lib/analysis/weeks/find-week'
import type { ReportDays } from '@/lib/analysis/weeks/report-days'
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

/** A week of the newest data version. */
export interface PublishedWeek {
  version: number
  stamp: string
  days: ReportDays
  market: string
  /** Its last trading day, ISO. */
  asOf: string
}

/** Returns the week of an order. Throws a PublishRefusal with the nearest weeks or the markets when there is none. */
export async function findPublishedWeek({ week: date, market }: PublishOrder): Promise<PublishedWeek> {
  const { id: version, stamp } = await latestVersion()
  const found = await findWeek({ version, market: market ?? undefined }, date)
  if (found.kind === 'no-data') {
    const known = found.markets.length === 0 || market === null
    throw new PublishRefusal(
      'no-week',
      known
        ? 'No data has been loaded yet.'
        : `There is no market "${market}" with data. Markets: ${found.markets.join(', ')}.`,
    )
  }
  if (found.kind === 'no-week') {
    throw new PublishRefusal(
      'no-week',
      `There is no report for the week of ${date}. Nearest reports: ${found.nearest.join(', ')}.`,
    )
  }
  return { version, stamp, days: found.days, market: found.days.market, asOf: found.asOf }
}
