/** Finds the published figures that changed days would move, before any of them is loaded. */
import type { Convention } from '@/lib/base/convention'
import type { MovedCell } from '@/lib/workbench/versions/moved-cells'
import { movedFigures, returnsAsOf, seriesOf } from '@/lib/workbench/versions/moved-figures'
import { byCode, type ChangedDays, factorWith, portfolioWith, upTo } from './changed-days'

interface Changed {
  /** The newest version, whose weeks are published. */
  before: number
  days: ChangedDays
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
