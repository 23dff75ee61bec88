/** Finds the published figures that changed days would move, before any of them is loaded. */
import type { Convention } from '@/lib/base/convention'
import { positionFrom } from '@/lib/base/dates'
import type { FactorReturns, PortfolioReturns } from '@/lib/db/queries/get-returns'
import type { MovedCell } from '@/lib/workbench/versions/moved-cells'
import { movedFigures, returnsAsOf, seriesOf } from '@/lib/workbench/versions/moved-figures'
import type { ChangedDay, DryChanges } from './read-changes'

interface Changed {
  /** The newest version, whose weeks are published. */
  before: number
  days: NonNullable<DryChanges['days']>
  convention: Convention
}

/** Returns the printed cells of earlier weeks that would have another value, week by week. */
export function movedByDays({ before, days, convention }: Changed): Promise<MovedCell[]> {
  const [factorDays, portfolioDays] = [byCode(days.factors), byCode(days.portfolios)]
  const series = [...factorDays, ...portfolioDays].map(([code, [first]]) => ({ code, first: first?.date ?? '' }))
  const after = async (codes: string[], to: string) => {
    const { factors, portfolios } = await returnsAsOf(before, codes, to)
    return seriesOf(before, {
      factors: factors.map((rows) => factorWith(rows, upTo(factorDays.get(rows.code), to))),
      portfolios: portfolios.map((rows) => portfolioWith(rows, upTo(portfolioDays.get(rows.code), to))),
    })
  }
  return movedFigures({ before, after, series, convention })
}

/** Groups days by series; they are in the order of codes and dates. */
function byCode(days: readonly ChangedDay[]): Map<string, ChangedDay[]> {
  const groups = new Map<string, ChangedDay[]>()
  for (const day of days) {
    const group = groups.get(day.code)
    if (group === undefined) groups.set(day.code, [day])
    else group.push(day)
  }
  return groups
}

function upTo(days: readonly ChangedDay[] = [], to: string): ChangedDay[] {
  return days.filter(({ date }) => date <= to)
}

function factorWith(rows: FactorReturns, days: readonly ChangedDay[]): FactorReturns {
  const { dates, columns } = withDays(rows.dates, [rows.long, rows.short, rows.benchmark], days)
  const [long = [], short = [], benchmark = []] = columns
  return { ...rows, dates, long, short, benchmark }
}

function portfolioWith(rows: PortfolioReturns, days: readonly ChangedDay[]): PortfolioReturns {
  const { dates, columns } = withDays(rows.dates, [rows.portfolio, rows.benchmark], days)
  const [portfolio = [], benchmark = []] = columns
  return { ...rows, dates, portfolio, benchmark }
}

/**
 * Returns columns of daily values with the values of some days in their places: in place of stored ones, or between them.
 * @param columns in the order of the legs, which the values of a day have too
 */
function withDays(stored: string[], columns: number[][], days: readonly ChangedDay[]) {
  const dates = [...stored]
  const values = columns.map((column) => [...column])
  for (const day of days) {
    const at = positionFrom(dates, day.date)
    const replaced = dates[at] === day.date ? 1 : 0
    dates.splice(at, replaced, day.date)
    for (const [leg, column] of values.entries()) column.splice(at, replaced, day.values[leg] ?? Number.NaN)
  }
  return { dates, columns: values }
}
