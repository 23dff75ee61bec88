import { formatPercent, signOf } from '@/lib/base/format'

const COLOUR = { up: 'text-up', down: 'text-down', flat: 'text-ink-2', none: 'text-ink-3' } as const

/** A return in percent, coloured by its sign. Every figure on a page goes through here. */
export function FigureText({ value, className = '' }: { value: number | null; className?: string }) {
  return <span className={`${COLOUR[signOf(value)]} ${className}`}>{formatPercent(value)}</span>
}
