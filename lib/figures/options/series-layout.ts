import { decimalYear } from '@/lib/base/dates'
import { END_FONT_PX } from '@/lib/charts/end-mark'
import type { Frame, Scale } from '@/lib/charts/frame'
import { lastInView, type Window } from '@/lib/charts/in-view'
import { textWidthPx } from '@/lib/charts/text-width'
import type { SeriesRows } from '@/lib/figures/rows/rows'
import { valueText } from '@/lib/figures/rows/value-text'
import { drawdownScale, linesScale, type SeriesScale } from './series-scales'

/** Positions of the parts of a series' chart, px from the sheet's left and top. */
export interface SeriesLayout {
  leftPx: number
  rightPx: number
  fontPx: number
  lines: Panel & { scale: SeriesScale }
  /** Null for a figure without drawdown. */
  drawdown: (Panel & { scale: Scale }) | null
  /** Marks at the ends of the lines, in their order; null for a line without a value in view. */
  ends: (End | null)[]
}

interface Panel {
  topPx: number
  bottomPx: number
}

interface End {
  text: string
  date: string
  value: number
}

/** Space above the lines for the depths of the shaded falls. */
const TOP_PX = 20
const BOTTOM_PX = 28
/** Space between the panels for the name of the lower one. */
const GAP_PX = 26
/** The lower panel's share of the height of both. */
const DRAWDOWN_SHARE = 0.26
/** On a narrower sheet a single line has no name at its end. */
const NARROW_PX = 500

/**
 * Returns panels, axes and margins for the days in view. Margins come from estimated text widths: the server cannot
 * measure fonts.
 */
export function seriesLayout(rows: SeriesRows, { widthPx, heightPx }: Frame, window: Window): SeriesLayout {
  const { dates, drawdown } = rows
  const room = heightPx - TOP_PX - BOTTOM_PX - (drawdown ? GAP_PX : 0)
  const drawdownPx = drawdown ? Math.round(room * DRAWDOWN_SHARE) : 0
  const linesPx = room - drawdownPx
  const bottomPx = heightPx - BOTTOM_PX
  const lines = { topPx: TOP_PX, bottomPx: TOP_PX + linesPx, scale: linesScale(rows, window, linesPx) }
  const below = drawdown && {
    topPx: bottomPx - drawdownPx,
    bottomPx,
    scale: drawdownScale(dates, drawdown.values, window, drawdownPx),
  }
  const isBare = widthPx < NARROW_PX && rows.lines.length === 1
  const ends = rows.lines.map((line) => endOf(line, rows, window, isBare))
  const fontPx = widthPx > 800 ? 12 : 11
  const marks = [...lines.scale.ticks, ...(below?.scale.ticks ?? [])]
  const texts = ends.flatMap((end) => (end === null ? [] : [textWidthPx(end.text, END_FONT_PX, 'bold') + 14]))
  return {
    leftPx: Math.max(30, ...marks.map(({ label }) => textWidthPx(label, fontPx) + 10)),
    rightPx: widthPx - Math.max(46, ...texts),
    fontPx,
    lines,
    drawdown: below,
    ends,
  }
}

/** Returns a function from a date to px from the sheet's left, the same for both panels. */
export function timeScale({ leftPx, rightPx }: SeriesLayout, { from, to }: Window): (date: string) => number {
  const [start, end] = [decimalYear(from), decimalYear(to)]
  return (date) => leftPx + ((decimalYear(date) - start) / (end - start || 1)) * (rightPx - leftPx)
}

function endOf(line: SeriesRows['lines'][number], { dates, unit }: SeriesRows, window: Window, isBare: boolean) {
  const last = lastInView(dates, line.values, window)
  if (last === null) return null
  const text = valueText(last.value, unit)
  return { text: isBare ? text : `${line.label} ${text}`, date: last.date, value: last.value }
}
