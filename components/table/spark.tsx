import { signOf } from '@/lib/base/format'

const WIDTH_PX = 96
const HEIGHT_PX = 20
const MARGIN_PX = 3

/** Shows the year so far as a line on its own scale: ratio of two NAVs, 1 at the start, with a thin line at 1. */
export function Spark({ values }: { values: (number | null)[] }) {
  const points = values.flatMap((value, index) => (value === null ? [] : [{ value, index }]))
  const last = points.at(-1)
  if (!last || points.length < 2) return null
  const [low, high] = [
    Math.min(1, ...points.map(({ value }) => value)),
    Math.max(1, ...points.map(({ value }) => value)),
  ]
  const x = (index: number) => round(MARGIN_PX + (index / (values.length - 1)) * (WIDTH_PX - 2 * MARGIN_PX))
  const y = (value: number) =>
    round(HEIGHT_PX - MARGIN_PX - ((value - low) / (high - low || 1)) * (HEIGHT_PX - 2 * MARGIN_PX))
  const sign = signOf(last.value - 1)
  return (
    <svg width={WIDTH_PX} height={HEIGHT_PX} aria-hidden="true" className="mark">
      <path d={`M0 ${y(1)}H${WIDTH_PX}`} className="stroke-line" />
      <path
        d={points.map(({ value, index }, position) => `${position === 0 ? 'M' : 'L'}${x(index)} ${y(value)}`).join('')}
        className="spark-line"
        strokeLinejoin="round"
      />
      <circle
        cx={x(last.index)}
        cy={y(last.value)}
        r={2}
        className={sign === 'down' ? 'fill-down' : sign === 'up' ? 'fill-up' : 'fill-ink-2'}
      />
    </svg>
  )
}

function round(lengthPx: number): number {
  return Math.round(lengthPx * 10) / 10
}
