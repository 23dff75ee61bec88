import { formatPercent, signOf } from '@/lib/base/format'

const COLOUR = { up: 'text-up', down: 'text-down', flat: 'text-ink-2', none: 'text-ink-3' } as const

interface FigureTextProps {
  /** Decimal fraction; null where there is none. */
  value: number | null
  /** Printed form; in tables, whose captions name the unit, without %. */
  text?: string
  className?: string
}

/** Shows a return in percent, in the colour of its sign. Every figure on a page uses this component. */
export function FigureText({ value, text = formatPercent(value), className }: FigureTextProps) {
  const colour = COLOUR[signOf(value)]
  return <span className={className ? `${colour} ${className}` : colour}>{text}</span>
}
