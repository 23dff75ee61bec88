import type { View } from '@/lib/address/view'
import type { Measure, Period } from '@/lib/analysis/cell'
import { DASH, formatPercent } from '@/lib/base/format'
import type { IssueKind, WindowKind } from '@/lib/base/window-kind'
import { monthLabel } from '@/lib/figures/rows/window-labels'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { issueName } from '@/lib/report/text/period-name'
import { WinRateText } from './win-rate-text'

interface WinRateCellProps {
  /** `<series>.<measure>`, unique on the page. */
  id: string
  measure: Measure
  /** In a week's report months for a factor and weeks for a portfolio; in an issue its months or quarters. */
  unit: WindowKind
  /** Name of the series and the measure, above the list. */
  title: string
  view: View
  className?: string
}

/** Shows a win rate that opens its months or weeks with signs, in the browser's own popover, without script. */
export function WinRateCell({ id, measure, unit, title, view, className = '' }: WinRateCellProps) {
  const t = translatorFor(view.locale, view.window)
  const last = measure.periods.at(-1)
  if (!last || measure.winRate.periods === 0) {
    return (
      <td className={`wins-cell ${className}`} data-wins={id}>
        <WinRateText winRate={measure.winRate} />
      </td>
    )
  }
  const listId = `wins-${id}`
  return (
    <td className={`wins-cell ${className}`}>
      <button
        type="button"
        popoverTarget={listId}
        data-wins={id}
        className="wins-button"
        title={t(unit === 'week' ? 'table.open-week' : 'table.open-month')}
      >
        <WinRateText winRate={measure.winRate} />
      </button>
      <div id={listId} popover="auto" className={`periods periods-${unit}`}>
        <b>{title}</b>
        <ul>
          {measure.periods.map((period) => (
            <li key={period.end} className={colourOf(period)}>
              {periodText(period, unit, view, t)}
            </li>
          ))}
        </ul>
        {t('table.running', { date: last.end })}
      </div>
    </td>
  )
}

/** Returns "8 月"; of a quarter, which may be of last year, "2024 年三季度". */
function issueLabel(end: string, unit: IssueKind, view: View, t: Translator): string {
  return unit === 'month' ? monthLabel(end, view.locale, t) : issueName(end, unit, t)
}

/** Returns the colour of a period; like the win rate, it counts any value above zero. */
function colourOf({ value }: Period): string | undefined {
  if (value === null) return 'text-ink-3'
  return value > 0 ? 'text-up' : value < 0 ? 'text-down' : undefined
}

function periodText({ end, value }: Period, unit: WindowKind, view: View, t: Translator): string {
  const label = unit === 'week' ? end.slice(5) : issueLabel(end, unit, view, t)
  return `${label} ${value === null ? DASH : formatPercent(value)}`
}
