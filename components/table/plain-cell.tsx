import { DASH } from '@/lib/base/format'
import { tintProps } from './tint'

interface PlainCellProps {
  /** Name of the column in the address. */
  column: string
  /** Name of the column, beside the figure on a phone. */
  label: string
  /** The formatted figure, or a dash. */
  text: string
  /** Explains a dash. */
  missingLabel: string
  /** Share of the column's largest figure, from −1 to 1; null for no tint. */
  tint: number | null
  className: string
}

/** Shows a figure that the reader added and that is no return: it has no sign colour. */
export function PlainCell({ column, label, text, missingLabel, tint, className }: PlainCellProps) {
  const tinted = tintProps(tint)
  return (
    <td
      data-label={label}
      data-column={column}
      title={text === DASH ? missingLabel : undefined}
      className={`figure-cell added ${className} ${tinted.className}`}
      style={tinted.style}
    >
      <span className={text === DASH ? 'text-ink-3' : 'text-ink'}>{text}</span>
    </td>
  )
}
