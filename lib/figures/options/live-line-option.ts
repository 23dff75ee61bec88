import { escapeHtml } from '@/lib/base/escape-html'
import { formatRatio } from '@/lib/base/format'
import { dayAt } from '@/lib/charts/day-at'
import type { ChartOption, Frame } from '@/lib/charts/frame'
import type { Window } from '@/lib/charts/in-view'
import { letterOf } from '@/lib/charts/line-strokes'
import { zoomOption } from '@/lib/charts/zoom-option'
import { beginsWithBase, type LineRows, type LinesRows } from '@/lib/figures/rows/rows'
import { comparisonOption } from './comparison-option'
import { LINE_OPTIONS } from './line-options'
import { measureText } from './measure-text'

/**
 * Draws the line of a live chart: every day, the days of `window` in view, a tip with a day and its value.
 * @param highlighted index of the highlighted line among several; null for none
 */
export function liveLineOption(
  rows: LineRows | LinesRows,
  frame: Frame,
  window: Window,
  highlighted: number | null = null,
): ChartOption {
  const { palette } = frame
  return {
    ...(rows.shape === 'lines'
      ? comparisonOption(rows, frame, window, highlighted)
      : LINE_OPTIONS[rows.measure](rows, frame, window)),
    tooltip: {
      trigger: 'axis',
      formatter: (marks) => {
        const x = [marks].flat()[0]?.value
        return Array.isArray(x) ? tipOf(rows, dayAt(rows.dates, Number(x[0])), highlighted) : ''
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
    dataZoom: [zoomOption([0], true)],
  }
}

/** Returns "2024-08-30 1.97", with a wide space, for the tip and for screen readers. The base has no date. */
export function readingOf(rows: LineRows | LinesRows, index: number): string {
  const figures = figuresAt(rows, index).join(', ')
  return index === 0 && beginsWithBase(rows) ? figures : `${rows.dates[index]}\u2002${figures}`
}

/** Returns the same of one line among several: "A Skewness 2024-08-30 1.97". */
export function lineReadingOf(rows: LinesRows, line: number, index: number): string {
  const { label, values } = rows.lines[line] ?? { label: '', values: [] }
  return `${letterOf(line)} ${label}\u2002${rows.dates[index]}\u2002${formatRatio(values[index] ?? null)}`
}

/** Returns the same as lines of a tip, the highest value first and the highlighted line in bold. */
function tipOf(rows: LineRows | LinesRows, index: number, highlighted: number | null): string {
  if (rows.shape === 'line') return readingOf(rows, index)
  const figures = linesAt(rows, index).map(({ line, text }) =>
    line === highlighted ? `<b>${escapeHtml(text)}</b>` : escapeHtml(text),
  )
  return [...(index === 0 ? [] : [rows.dates[index]]), ...figures].join('<br>')
}

function figuresAt(rows: LineRows | LinesRows, index: number): string[] {
  if (rows.shape === 'lines') return linesAt(rows, index).map(({ text }) => text)
  return [measureText(rows.values[index] ?? null, rows.measure)]
}

function linesAt({ lines }: LinesRows, index: number): { line: number; text: string }[] {
  return lines
    .map(({ label, values }, line) => ({ line, name: `${letterOf(line)} ${label}`, value: values[index] ?? null }))
    .sort((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY))
    .map(({ line, name, value }) => ({ line, text: `${name} ${formatRatio(value)}` }))
}
