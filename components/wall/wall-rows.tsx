import { periodsOf, type WallParameters } from '@/lib/address/parameters/wall-parameters'
import type { View } from '@/lib/address/view'
import { PERIOD_NAMES, type PeriodName } from '@/lib/analysis/periods'
import { DASH, formatRatio } from '@/lib/base/format'
import type { WallRow } from '@/lib/workbench/wall/get-wall-rows'
import { CompareMark } from '../compare/compare-mark'
import { Spark } from '../table/spark'
import { FigureText } from '../text/figure-text'
import { SentOnce } from '../text/sent-once'
import { To } from '../text/to'
import { unbrokenName } from '../text/unbroken'
import { seriesPath } from './wall-path'

interface WallRowsProps {
  series: readonly WallRow[]
  /** Inception of the oldest series of all pages. */
  oldest: string | undefined
  periods: readonly PeriodName[]
  view: View
  parameters: WallParameters
}

/** Shows a row for each series. */
export function WallRows({ series, oldest, ...shown }: WallRowsProps) {
  return (
    <SentOnce as="tbody">
      {series.map((each) => (
        <SeriesRow
          key={each.code}
          series={each}
          isLate={shown.parameters.since === undefined && each.from !== oldest}
          {...shown}
        />
      ))}
    </SentOnce>
  )
}

export const WHOLE_COLUMNS = ['volatility', 'maximumDrawdown', 'since'] as const

interface SeriesRowProps extends Omit<WallRowsProps, 'series' | 'oldest'> {
  series: WallRow
  /** Does its whole period begin later than that of the oldest series? */
  isLate: boolean
}

function SeriesRow({ series, periods, view, parameters, isLate }: SeriesRowProps) {
  const { code, name, figures, spark, from, volatility, maximumDrawdown } = series
  return (
    <tr data-series={code} className="border-line border-b">
      <th scope="row" className="py-1 pr-4 text-left font-normal pair:whitespace-nowrap">
        <To path={seriesPath(series, view)} view={view} className="max-mid:inline-block max-mid:py-2">
          {unbrokenName(name)}
        </To>
        <CompareMark code={code} name={name} view={view} />
      </th>
      <td className="hidden px-2 pair:table-cell">
        <Spark values={spark} />
      </td>
      {periods.map((period) => (
        <td key={period} data-period={period} className={`px-2 text-right ${shownFrom(period, parameters)}`}>
          <FigureText value={figures[period]} />
        </td>
      ))}
      {[volatility, maximumDrawdown].map((value, index) => (
        <td key={WHOLE_COLUMNS[index]} data-whole={WHOLE_COLUMNS[index]} className={WHOLE_CELL}>
          {value === null ? DASH : formatRatio(value * 100)}
        </td>
      ))}
      <td data-whole="since" className={`whitespace-nowrap ${WHOLE_CELL} ${isLate ? 'font-bold' : 'text-ink-2'}`}>
        {from}
      </td>
    </tr>
  )
}

export const WHOLE_CELL = 'hidden px-2 text-right wide:table-cell'

/** Returns the width from which a column is shown; a phone shows week, year and the sorted period. */
export function shownFrom(name: PeriodName, { by, periods }: WallParameters): string {
  const chosen = periodsOf(periods) ?? PERIOD_NAMES
  const onPhone = [by, 'week', 'year', 'month', ...chosen].filter((each) => chosen.some((period) => period === each))
  return [...new Set(onPhone)].slice(0, PHONE_COLUMNS).includes(name) ? '' : 'hidden mid:table-cell'
}

const PHONE_COLUMNS = 3
