import { formatPercent, formatRatio } from '@/lib/format'
import type { LineRows } from '@/lib/report/figure'
import { cumulativeExcessOption } from './cumulative-excess-option'
import { dayAt } from './day-at'
import type { ChartOption, Frame } from './frame'
import type { Window } from './line-option'
import { relativeStrengthOption } from './relative-strength-option'

/** The line as a live chart draws it: every day, the days of `window` in view, a tip that names a day and its value. */
export function liveLineOption(rows: LineRows, frame: Frame, window: Window): ChartOption {
  const build = rows.measure === 'relative-strength' ? relativeStrengthOption : cumulativeExcessOption
  const { palette } = frame
  return {
    ...build(rows, frame, window),
    tooltip: {
      trigger: 'axis',
      formatter: (marks) => {
        const x = [marks].flat()[0]?.value
        return Array.isArray(x) ? readingOf(rows, dayAt(rows.dates, Number(x[0]))) : ''
      },
      confine: true,
      transitionDuration: 0,
      backgroundColor: palette.bg,
      borderColor: palette.line,
      borderWidth: 1,
      borderRadius: 0,
      padding: [2, 8],
      textStyle: { color: palette.ink, fontSize: 12, lineHeight: 20 },
      extraCssText: 'box-shadow:none;font-variant-numeric:tabular-nums',
      axisPointer: { type: 'line', snap: true, lineStyle: { color: palette.ink3, width: 1, type: 'solid' } },
    },
    dataZoom: [
      {
        type: 'inside',
        filterMode: 'none',
        zoomOnMouseWheel: 'ctrl',
        moveOnMouseMove: true,
        moveOnMouseWheel: false,
        preventDefaultMouseMove: false,
        cursorGrab: 'default',
        minValueSpan: SHORTEST_YEARS,
      },
    ],
  }
}

/** Two weeks: closer, there is nothing more to see. */
const SHORTEST_YEARS = 14 / 365

/** "2024-08-30 1.97", with a wide space: what the tip and the voice say of a day. The base stands before the first. */
export function readingOf({ measure, values, dates }: LineRows, index: number): string {
  const value = values[index] ?? null
  const figure = measure === 'relative-strength' ? formatRatio(value) : formatPercent(value)
  return index === 0 ? figure : `${dates[index]}\u2002${figure}`
}
