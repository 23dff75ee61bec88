import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { decimalYear } from '@/lib/base/dates'
import { dayAt } from '@/lib/charts/day-at'
import type { Frame } from '@/lib/charts/frame'
import { dayAfterKey } from '@/lib/charts/reading-keys'
import { lineReadingOf, liveLineOption, readingOf } from '@/lib/figures/options/live-line-option'
import { nearestLine } from '@/lib/figures/rows/nearest-line'
import { beginsWithBase, type LineRows, type LinesRows } from '@/lib/figures/rows/rows'
import { LiveFoot } from './live-foot'
import { type Chart, LiveSurface } from './live-surface'
import type { KeyAnswer, LiveCanvasProps } from './live-types'
import { useZoom } from './use-zoom'

interface LiveLineProps extends Pick<LiveCanvasProps, 'words' | 'keys' | 'group' | 'onClose'> {
  rows: LineRows | LinesRows
  frame: Frame
  /** Address of the page for a period, with FROM and TO; absent for a chart without a choice of period. */
  address?: string | undefined
}

/** Shows a line with values by day; zooms by wheel with ctrl, pinch, or + and −. */
export function LiveLine({ rows, frame, address, words, keys, group, onClose }: LiveLineProps) {
  const { window, isZoomed, ...zoom } = useZoom(rows.dates)
  const [reading, setReading] = useState('')
  const [highlighted, setHighlighted] = useState<number | null>(null)
  const chart = useRef<Chart | null>(null)
  const day = useRef(rows.dates.length - 1)
  const option = useMemo(() => liveLineOption(rows, frame, window, highlighted), [rows, frame, window, highlighted])

  const showAll = () => zoom.zoomTo(chart.current, 0, rows.dates.length - 1)

  function read(index: number) {
    day.current = index
    setReading(readingOf(rows, index))
    const x = chart.current?.convertToPixel({ xAxisIndex: 0 }, decimalYear(rows.dates[index] ?? window.to))
    chart.current?.dispatchAction({ type: 'showTip', x: Number(x), y: frame.heightPx / 2 })
  }

  function point(at: { x: number; y: number } | null) {
    if (rows.shape !== 'lines' || chart.current === null) return
    setHighlighted(at === null ? null : lineAt(chart.current, rows, at))
  }

  /** Returns the line after or before the highlighted one; null after the last and before the first. */
  function moveHighlight({ lines, ...rest }: LinesRows, step: number) {
    const next = (highlighted ?? (step > 0 ? -1 : lines.length)) + step
    const isLine = next >= 0 && next < lines.length
    setHighlighted(isLine ? next : null)
    setReading(isLine ? lineReadingOf({ lines, ...rest }, next, day.current) : readingOf(rows, day.current))
  }

  function handleKey(event: KeyboardEvent): KeyAnswer {
    if (event.key === 'Escape' && !isZoomed) return 'left'
    if (event.key === 'Escape') showAll()
    else if (event.key === '+' || event.key === '=') zoom.zoomBy(chart.current, 0.5, day.current)
    else if (event.key === '-') zoom.zoomBy(chart.current, 2, day.current)
    else if (rows.shape === 'lines' && event.key === 'ArrowDown') moveHighlight(rows, 1)
    else if (rows.shape === 'lines' && event.key === 'ArrowUp') moveHighlight(rows, -1)
    else {
      const next = dayAfterKey(knownDays(rows), day.current, event.key, event.shiftKey)
      if (next === null) return 'ignored'
      read(next)
    }
    return 'used'
  }

  useEffect(() => {
    keys.current = handleKey
    return () => {
      keys.current = null
    }
  })

  return (
    <>
      <LiveSurface
        option={option}
        frame={frame}
        group={group}
        onZoom={() => zoom.readWindow(chart.current, option, frame)}
        onPoint={point}
        onDoubleClick={showAll}
        onReady={(ready) => {
          chart.current = ready
        }}
      />
      <output className="sr-only">{reading}</output>
      <LiveFoot
        dates={rows.dates}
        window={window}
        isZoomed={isZoomed}
        address={address}
        words={words}
        onClose={onClose}
      />
    </>
  )
}

/** Maximum distance of the pointer from a line that it highlights. */
const REACH_PX = 24

function lineAt(chart: Chart, rows: LinesRows, { x, y }: { x: number; y: number }): number | null {
  const [time, ratio] = chart.convertFromPixel({ gridIndex: 0 }, [x, y]) ?? []
  const [, beyond] = chart.convertFromPixel({ gridIndex: 0 }, [x, y + REACH_PX]) ?? []
  if (time === undefined || ratio === undefined || beyond === undefined) return null
  return nearestLine(rows, { day: dayAt(rows.dates, time), y: ratio, reach: Math.abs(ratio - beyond) })
}

/** Returns the days with a value; with several lines, a value of any line is enough. */
function knownDays(rows: LineRows | LinesRows): Parameters<typeof dayAfterKey>[0] {
  const firstDay = beginsWithBase(rows) ? 1 : 0
  if (rows.shape === 'line') return { values: rows.values, firstDay }
  return {
    firstDay,
    values: rows.dates.map((_, day) => rows.lines.find(({ values }) => values[day] !== null)?.values[day] ?? null),
  }
}
