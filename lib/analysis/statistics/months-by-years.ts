import type { SeriesHistory } from '@/lib/analysis/history'
import { spreadOver } from '@/lib/analysis/measure'
import { runs, type Span } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import { monthOf, yearOf } from '@/lib/base/dates'

/** One calendar month or year. */
interface CalendarCell {
  /** Decimal fraction; null where a day is missing or which contains the inception. */
  value: number | null
  /** Does it contain the as-of date, so that it has not ended? */
  isRunning: boolean
}

export interface CalendarYear {
  year: string
  /** January to December; null for a month before the inception, after the end of the series or after the as-of date. */
  months: (CalendarCell | null)[]
  total: CalendarCell
}

/**
 * Returns every month of a series by years, the newest first. A year's total comes from its days, not from its months.
 */
export function monthsByYears(history: SeriesHistory, convention: Convention): CalendarYear[] {
  const { days, start, end } = history
  const lived = (span: Span) => span.to > start && span.from < end
  const cell = (span: Span) => ({ value: spreadOver(history, span, convention), isRunning: span.to === days.length })
  const months = new Map(
    runs(days, monthOf)
      .filter(lived)
      .map((span) => [monthOf(days[span.from] as string), cell(span)] as const),
  )
  const years = runs(days, yearOf).filter(lived).reverse()
  return years.map((span) => {
    const year = yearOf(days[span.from] as string)
    return { year, months: MONTHS.map((month) => months.get(`${year}-${month}`) ?? null), total: cell(span) }
  })
}

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const
