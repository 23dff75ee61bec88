import { formatPercent, formatRatio, formatSigned } from '@/lib/format'
import type { SeriesHistory } from '@/lib/series/history'
import { rollingLines } from '@/lib/series/rolling'
import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'
import { Explained } from './explained'

const WIDTH = 480
const HEIGHT = 90
/** A week's last day says enough of a line of a year's days. */
const STEP = 5

type Line = readonly (number | null)[]

/** Volatility, return to risk and return of the year that ends with each day: a plain path each, with its own scale. */
export function RollingPanels({ history, view }: { history: SeriesHistory; view: View }) {
  const t = translatorFor(view.locale)
  const lines = rollingLines(history, view.convention)
  if (lines.volatility.every((value) => value === null)) return null
  const panels: {
    name: 'rollingVolatility' | 'rollingRatio' | 'rollingReturn'
    line: Line
    show: (value: number) => string
  }[] = [
    { name: 'rollingVolatility', line: lines.volatility, show: (value) => formatRatio(value * 100, 1) },
    { name: 'rollingRatio', line: lines.returnToRisk, show: (value) => formatSigned(value, 1) },
    { name: 'rollingReturn', line: lines.twelveMonths, show: (value) => formatPercent(value, 1) },
  ]
  return (
    <section className="series-part" aria-labelledby="rolling">
      <h2 id="rolling">{t('series.rolling')}</h2>
      <div className="series-note">
        <Explained name="rolling" label={t('series.howComputed')} view={view} t={t} />
      </div>
      {panels.map(({ name, line, show }) => (
        <Panel key={name} title={t(`series.${name}`)} line={line} days={history.days} show={show} />
      ))}
    </section>
  )
}

interface PanelProps {
  title: string
  line: Line
  days: readonly string[]
  show: (value: number) => string
}

function Panel({ title, line, days, show }: PanelProps) {
  const known = line.filter((value) => value !== null)
  const last = known.at(-1)
  if (last === undefined) return null
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)]
  const first = line.findIndex((value) => value !== null)
  const x = (day: number) => round(((day - first) / Math.max(1, line.length - 1 - first)) * WIDTH)
  const y = (value: number) => round(HEIGHT - 3 - ((value - low) / (high - low || 1)) * (HEIGHT - 6))
  return (
    <figure className="rolling-panel">
      <figcaption>
        {title} <b>{show(last)}</b>{' '}
        <small>
          {days[first]} – {days.at(-1)}, {show(Math.min(...known))} … {show(Math.max(...known))}
        </small>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" preserveAspectRatio="none">
        <path d={`M0 ${y(0)}H${WIDTH}`} className="stroke-line" vectorEffect="non-scaling-stroke" />
        <path
          d={pathOf(line, first, x, y)}
          className="fill-none stroke-[1.25] stroke-ink-2"
          strokeLinejoin="round"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </figure>
  )
}

/** Every fifth day and the last; a gap breaks the line. */
function pathOf(line: Line, first: number, x: (day: number) => number, y: (value: number) => number): string {
  let isDown = false
  let path = ''
  for (const [day, value] of line.entries()) {
    if (day < first || ((line.length - 1 - day) % STEP !== 0 && value !== null)) continue
    if (value !== null) path += `${isDown ? 'L' : 'M'}${x(day)} ${y(value)}`
    isDown = value !== null
  }
  return path
}

function round(length: number): number {
  return Math.round(length * 10) / 10
}
