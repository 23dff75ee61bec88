import type { View } from '@/lib/address/view'
import type { SeriesHistory } from '@/lib/analysis/history'
import { monthsByYears } from '@/lib/analysis/statistics/months-by-years'
import { DASH, formatPercent } from '@/lib/base/format'
import { monthLabel } from '@/lib/figures/rows/window-labels'
import { translatorFor } from '@/lib/messages/translate'
import { moments } from '@/lib/metrics/statistics/moments'
import { RuledTable } from '../table/ruled-table'
import { tintProps } from '../table/tint'
import { SeriesPart } from './series-part'

/** A month of this many standard deviations of the series' months, or more, has the full tint. */
const FULL_TINT_DEVIATIONS = 2
const MONTHS = Array.from({ length: 12 }, (_, month) => `2024-${String(month + 1).padStart(2, '0')}-01`)

/** On a phone a year is two rows of six months, its name before and its total after them. */
const YEAR = 'max-mid:grid max-mid:grid-cols-[38px_repeat(6,minmax(0,1fr))_54px]'
const NAME = 'max-mid:row-span-2 max-mid:pl-0.5'
const TOTAL = 'max-mid:[grid-area:1/8/span_2]'
const HEAD = 'border-line border-b'
const RUNNING = '[box-shadow:inset_0_0_0_1px_var(--ink-3)]'

type Cell = ReturnType<typeof monthsByYears>[number]['total']

/**
 * Shows months by years, the newest first: tint by sign and size, the running month framed, the year's total at the
 * end.
 */
export function MonthMap({ history, view }: { history: SeriesHistory; view: View }) {
  const t = translatorFor(view.locale)
  if (monthsByYears(history, view.convention).length === 0) return null
  return (
    <SeriesPart
      id="months"
      title={t('series.monthsByYears')}
      note={t('series.monthsNote', { convention: view.convention })}
    >
      <MonthGrid history={history} view={view} />
    </SeriesPart>
  )
}

/** Shows the table of them alone. */
export function MonthGrid({ history, view }: { history: SeriesHistory; view: View }) {
  const t = translatorFor(view.locale)
  const years = monthsByYears(history, view.convention)
  const fullTint = fullTintOf(years)
  return (
    <RuledTable className="table-fixed [--cell-after:2px] [--cell-before:2px] mid:[--cell-after:6px] mid:[--cell-before:0px]">
      <thead className="align-bottom text-ink-2 text-note max-mid:block">
        <tr className={YEAR}>
          <th scope="col" className={`${NAME} ${HEAD}`}>
            {t('series.year')}
          </th>
          {MONTHS.map((month) => (
            <th key={month} scope="col" className={HEAD}>
              {monthLabel(month, view.locale, t)}
            </th>
          ))}
          <th scope="col" className={`${TOTAL} ${HEAD}`}>
            {t('series.total')}
          </th>
        </tr>
      </thead>
      <tbody className="max-mid:block">
        {years.map(({ year, months, total }) => (
          <tr key={year} className={`border-grid max-mid:border-b ${YEAR}`}>
            <th scope="row" className={`text-ink-2 ${NAME}`}>
              {year}
            </th>
            {months.map((cell, month) => (
              <MonthCell key={MONTHS[month]} cell={cell} fullTint={fullTint} runningLabel={t('series.running')} />
            ))}
            <MonthCell cell={total} fullTint={null} runningLabel={t('series.running')} isTotal />
          </tr>
        ))}
      </tbody>
    </RuledTable>
  )
}

/** Returns the size of a month with the full tint; null when too few months are known, or all are equal. */
function fullTintOf(years: ReturnType<typeof monthsByYears>): number | null {
  const deviation = moments(years.flatMap(({ months }) => months.map((cell) => cell?.value ?? null)))?.deviation
  return deviation ? FULL_TINT_DEVIATIONS * deviation : null
}

/**
 * Shows a month or a total. Totals have no tint, since years are larger than months. A month outside the series' life
 * is empty.
 */
function MonthCell({
  cell,
  fullTint,
  runningLabel,
  isTotal = false,
}: {
  cell: Cell | null
  /** null for no tint. */
  fullTint: number | null
  runningLabel: string
  isTotal?: boolean
}) {
  if (cell === null) return <td />
  const { value, isRunning } = cell
  const tinted = tintProps(value === null || fullTint === null ? null : Math.max(-1, Math.min(1, value / fullTint)))
  const classes = [tinted.className, isTotal ? `font-bold ${TOTAL}` : '', isRunning && !isTotal ? RUNNING : '']
  return (
    <td className={classes.filter((name) => name !== '').join(' ')} style={tinted.style}>
      {value === null ? DASH : formatPercent(value, 1)}
      {isRunning && <span className="sr-only"> {runningLabel}</span>}
    </td>
  )
}
