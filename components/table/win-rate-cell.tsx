import type { View } from '@/lib/address/view'
import type { Measure, Period } from '@/lib/analysis/cell'
import { DASH, formatPercent } from '@/lib/base/format'
import { monthLabel } from '@/lib/figures/rows/window-labels'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { WinRateText } from './win-rate-text'

interface WinRateCellProps {
  /** `<series>.<measure>`, unique on the page. */
  id: string
  measure: Measure
  /** Months for a factor, weeks for a portfolio. */
  unit: 'month' | 'week'
  /** Name of the series and the measure, above the list. */
  title: string
  view: View
  className?: string
}

/** Shows a win rate that opens its months or weeks with signs, in the browser's own popover, without script. */
export function WinRateCell({ id, measure, unit, title, view, className = '' }: WinRateCellProps) {
  const t = translatorFor(view.locale)
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
        title={t(`table.open-${unit}`)}
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

/** Returns the colour of a period; like the win rate, it counts any value above zero. */
function colourOf({ value }: Period): string | undefined {
  if (value === null) return 'text-ink-3'
  return value > 0 ? 'text-up' : value < 0 ? 'text-down' : undefined
}

function periodText({ end, value }: Period, unit: 'month' | 'week', view: View, t: Translator): string {
  const label = unit === 'month' ? monthLabel(end, view.locale, t) : end.slice(5)
  return `${label} ${value === null ? DASH : formatPercent(value)}`
}
