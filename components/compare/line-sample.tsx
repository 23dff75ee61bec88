import { letterOf, strokeOf } from '@/lib/charts/line-strokes'

const COLOURS = { accent: 'var(--accent)', ink: 'var(--ink)', ink3: 'var(--ink-3)' } as const

/** Shows the letter of a line and a piece of it, beside its name in a table. */
export function LineSample({ index }: { index: number }) {
  const { colour, widthPx, dashPx } = strokeOf(index)
  return (
    <span className="mr-2 inline-flex items-center gap-1.5 align-middle">
      <span className="w-4 font-bold text-note" style={{ color: COLOURS[colour] }}>
        {letterOf(index)}
      </span>
      <svg width="26" height="4" aria-hidden="true">
        <line
          x1="0"
          x2="26"
          y1="2"
          y2="2"
          stroke={COLOURS[colour]}
          strokeWidth={widthPx}
          strokeDasharray={dashPx.join(' ') || undefined}
        />
      </svg>
    </span>
  )
}
