import { formatPercent, signOf } from '@/lib/base/format'

const COLOUR = { up: 'text-up', down: 'text-down', flat: 'text-ink-2', none: 'text-ink-3' } as const

interface FigureTextProps {
  /** Decimal fraction; null where there is none. */
  value: number | null
  /** How it is printed; in tables, whose captions name the unit, without the % sign. */
  text?: string
  className?: string
}

/** A return in percent, coloured by its sign. Every figure on a page goes through here. */
export function FigureText({ value, text = formatPercent(value), className = '' }: FigureTextProps) {
  return <span className={`${COLOUR[signOf(value)]} ${className}`}>{text}</span>
}
