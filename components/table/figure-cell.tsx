import type { Cell } from '@/lib/analysis/cell'
import { isUnusual } from '@/lib/report/text/unusual'
import { cellAnchor } from '../text/cell-anchor'
import { FigureText } from '../text/figure-text'
import { tintProps } from './tint'

interface FigureCellProps {
  cell: Cell
  /** Title of an unusual figure. */
  unusualLabel: string
  /** Why the figure is missing; null when it is present. */
  missingLabel: string | null
  className?: string
  /** Does a rank mark on a wide screen show already that the week is unusual? */
  hasRankMark?: boolean
  /** Share of the column's largest figure, from −1 to 1; null for no tint. */
  tint?: number | null
  /** Text before the figure on a phone, which has no column head for it. */
  phoneLabel?: string
}

/** Shows one figure of a table: right-aligned digits, and the dot of an unusual figure to their right. */
export function FigureCell({
  cell,
  unusualLabel,
  missingLabel,
  className = '',
  hasRankMark = false,
  tint = null,
  phoneLabel,
}: FigureCellProps) {
  const tinted = tintProps(tint)
  return (
    <td
      id={cellAnchor(cell.id)}
      data-cell={cell.id}
      data-label={phoneLabel}
      title={cell.value === null && missingLabel !== null ? missingLabel : undefined}
      className={`figure-cell ${className} ${tinted.className}`.trimEnd()}
      style={tinted.style}
    >
      <FigureText value={cell.value} />
      {isUnusual(cell.percentile) && (
        <span className={`unusual-dot ${hasRankMark ? 'wide:hidden' : ''}`} title={unusualLabel}>
          <span className="sr-only">{unusualLabel}</span>
        </span>
      )}
    </td>
  )
}
