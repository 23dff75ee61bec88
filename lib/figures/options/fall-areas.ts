import { decimalYear } from '@/lib/base/dates'
import { formatPercent } from '@/lib/base/format'
import type { Window } from '@/lib/charts/in-view'
import { textWidthPx } from '@/lib/charts/text-width'
import type { Palette } from '@/lib/charts/theme'
import type { SeriesRows } from '@/lib/figures/rows/rows'
import { type SeriesLayout, timeScale } from './series-layout'

const FONT_PX = 11
/** Distance of the second row of depths below the first, px. */
const ROW_PX = 18

/**
 * Returns the deepest falls as ECharts mark areas: each from its peak to its recovery, through both panels, with its
 * depth above. A depth that would overlap another is one row lower.
 */
export function fallAreas(rows: SeriesRows, layout: SeriesLayout, window: Window, palette: Palette) {
  const taken: { from: number; to: number }[] = []
  const { topPx } = layout.lines
  const { bottomPx } = layout.drawdown ?? layout.lines
  const xOf = timeScale(layout, window)
  const data = fallsInView(rows, window).map(({ from, to, depth }): Area => {
    const [left, right] = [xOf(from), xOf(to)]
    const text = `${formatPercent(depth, 1)}%`
    const half = textWidthPx(text, FONT_PX) / 2 + 3
    const middle = Math.min(Math.max((left + right) / 2, layout.leftPx + half), layout.rightPx - half)
    const isTaken = taken.some((other) => middle - half < other.to && middle + half > other.from)
    taken.push({ from: middle - half, to: middle + half })
    const offset = [middle - (left + right) / 2, isTaken ? ROW_PX : 0]
    return [
      { xAxis: decimalYear(from), y: topPx, label: { formatter: () => text, offset } },
      { xAxis: decimalYear(to), y: bottomPx },
    ]
  })
  return {
    silent: true,
    z: -1,
    itemStyle: { color: palette.ink3, opacity: 0.13, borderWidth: 0 },
    label: { show: true, position: 'top' as const, distance: 5, fontSize: FONT_PX, color: palette.ink2 },
    emphasis: { disabled: true },
    data,
  }
}

type Area = [
  { xAxis: number; y: number; label: { formatter: () => string; offset: number[] } },
  { xAxis: number; y: number },
]

/** Returns the falls in view; one without recovery extends to the last day. */
function fallsInView({ dates, drawdown }: SeriesRows, window: Window) {
  return (drawdown?.falls ?? []).flatMap(({ peak, recovery, depth }) => {
    const [from, to] = [dates[peak], dates[recovery ?? dates.length - 1]]
    if (from === undefined || to === undefined || to < window.from || from > window.to) return []
    return [{ from: from < window.from ? window.from : from, to: to > window.to ? window.to : to, depth }]
  })
}
