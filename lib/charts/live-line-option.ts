import { escapeHtml } from '@/lib/export/escape-html'
import { formatRatio } from '@/lib/format'
import type { LineRows, LinesRows } from '@/lib/report/figure'
import { measureText } from '@/lib/report/measure-text'
import { comparisonOption } from './comparison-option'
import { dayAt } from './day-at'
import type { ChartOption, Frame } from './frame'
import type { Window } from './line-option'
import { LINE_OPTIONS } from './line-options'
import { letterOf } from './line-strokes'

/** The line as a live chart draws it: every day, the days of `window` in view, a tip that names a day and its value. */
export function liveLineOption(rows: LineRows | LinesRows, frame: Frame, window: Window): ChartOption {
  const { palette } = frame
  return {
    ...(rows.shape === 'lines'
      ? comparisonOption(rows, frame, window)
      : LINE_OPTIONS[rows.measure](rows, frame, window)),
    tooltip: {
      trigger: 'axis',
      formatter: (marks) => {
        const x = [marks].flat()[0]?.value
        return Array.isArray(x) ? tipOf(rows, dayAt(rows.dates, Number(x[0]))) : ''
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
export function readingOf(rows: LineRows | LinesRows, index: number): string {
  const figures = figuresAt(rows, index).join(', ')
  return index === 0 ? figures : `${rows.dates[index]}\u2002${figures}`
}

/** The same as lines of a tip, the highest value first. */
function tipOf(rows: LineRows | LinesRows, index: number): string {
  if (rows.shape === 'line') return readingOf(rows, index)
  const figures = figuresAt(rows, index).map(escapeHtml)
  return [...(index === 0 ? [] : [rows.dates[index]]), ...figures].join('<br>')
}

function figuresAt(rows: LineRows | LinesRows, index: number): string[] {
  if (rows.shape === 'lines')
    return rows.lines
      .map(({ label, values }, place) => ({ name: `${letterOf(place)} ${label}`, value: values[index] ?? null }))
      .sort((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY))
      .map(({ name, value }) => `${name} ${formatRatio(value)}`)
  return [measureText(rows.values[index] ?? null, rows.measure)]
}
