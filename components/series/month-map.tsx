import type { View } from '@/lib/address/view'
import type { SeriesHistory } from '@/lib/analysis/history'
import { monthsByYears } from '@/lib/analysis/months-by-years'
import { DASH, formatPercent } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import { monthLabel } from '@/lib/report/text/labels'
import { tintProps } from '../table/tint'

/** A month of so much has the full tint. */
const FULL_TINT = 0.03
const MONTHS = Array.from({ length: 12 }, (_, month) => `2024-${String(month + 1).padStart(2, '0')}-01`)

type Cell = ReturnType<typeof monthsByYears>[number]['total']

/** Months by years, the newest first: tint by sign and size, the running month framed, the year's total at the end. */
export function MonthMap({ history, view }: { history: SeriesHistory; view: View }) {
  const t = translatorFor(view.locale)
  const years = monthsByYears(history, view.convention)
  if (years.length === 0) return null
  return (
    <section className="series-part" aria-labelledby="months">
      <h2 id="months">{t('series.monthsByYears')}</h2>
      <p className="series-note">{t('series.monthsNote')}</p>
      <table className="month-map">
        <thead>
          <tr>
            <th scope="col">{t('series.year')}</th>
            {MONTHS.map((month) => (
              <th key={month} scope="col">
                {monthLabel(month, view.locale, t)}
              </th>
            ))}
            <th scope="col">{t('series.total')}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, months, total }) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {months.map((cell, month) => (
                <MonthCell key={MONTHS[month]} cell={cell} runningLabel={t('series.running')} />
              ))}
              <MonthCell cell={total} runningLabel={t('series.running')} isTotal />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Totals are not tinted: a year's size is of another kind. A month outside the series' life stays blank. */
function MonthCell({
  cell,
  runningLabel,
  isTotal = false,
}: {
  cell: Cell | null
  runningLabel: string
  isTotal?: boolean
}) {
  if (cell === null) return <td />
  const { value, isRunning } = cell
  const tinted = tintProps(value === null || isTotal ? null : Math.max(-1, Math.min(1, value / FULL_TINT)))
  const classes = [tinted.className, isTotal ? 'total' : '', isRunning && !isTotal ? 'running' : '']
  return (
    <td className={classes.filter((name) => name !== '').join(' ')} style={tinted.style}>
      {value === null ? DASH : formatPercent(value, 1)}
      {isRunning && <span className="sr-only"> {runningLabel}</span>}
    </td>
  )
}
