import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { decimalYear } from '@/lib/base/dates'
import { dayAt } from '@/lib/charts/day-at'
import type { Frame } from '@/lib/charts/frame'
import { dayAfterKey } from '@/lib/charts/reading-keys'
import type { LineRows, LinesRows } from '@/lib/figures/figure'
import type { Window } from '@/lib/figures/line-option'
import { lineReadingOf, liveLineOption, readingOf } from '@/lib/figures/live-line-option'
import { nearestLine } from '@/lib/figures/nearest-line'
import { type Chart, LiveSurface } from './live-surface'
import type { KeyAnswer, LiveCanvasProps } from './live-types'

interface LiveLineProps extends Pick<LiveCanvasProps, 'words' | 'keys' | 'onClose'> {
  rows: LineRows | LinesRows
  frame: Frame
}

/** A line that can be read day by day, and zoomed by wheel with ctrl, pinch, or + and −. */
export function LiveLine({ rows, frame, words, keys, onClose }: LiveLineProps) {
  const whole = useMemo(() => windowOf(rows.dates, 0, rows.dates.length - 1), [rows])
  const [window, setWindow] = useState(whole)
  const [reading, setReading] = useState('')
  const [lit, setLit] = useState<number | null>(null)
  const chart = useRef<Chart | null>(null)
  const day = useRef(rows.dates.length - 1)
  const option = useMemo(() => liveLineOption(rows, frame, window, lit), [rows, frame, window, lit])
  const isZoomed = window.from !== whole.from || window.to !== whole.to

  function zoom(from: number, to: number) {
    const { from: startDate, to: endDate } = windowOf(rows.dates, from, to)
    chart.current?.dispatchAction({
      type: 'dataZoom',
      startValue: decimalYear(startDate),
      endValue: decimalYear(endDate),
    })
  }

  function onZoom() {
    const grid = option.grid
    if (chart.current === null || grid === undefined || Array.isArray(grid)) return
    const dateAt = (px: number) => dayAt(rows.dates, Number(chart.current?.convertFromPixel({ xAxisIndex: 0 }, px)))
    const [from, to] = [dateAt(Number(grid.left)), dateAt(frame.widthPx - Number(grid.right))]
    setWindow(windowOf(rows.dates, from, to))
  }

  function read(index: number) {
    day.current = index
    setReading(readingOf(rows, index))
    const x = chart.current?.convertToPixel({ xAxisIndex: 0 }, decimalYear(rows.dates[index] ?? whole.to))
    chart.current?.dispatchAction({ type: 'showTip', x: Number(x), y: frame.heightPx / 2 })
  }

  function point(at: { x: number; y: number } | null) {
    if (rows.shape !== 'lines' || chart.current === null) return
    setLit(at === null ? null : lineAt(chart.current, rows, at))
  }

  /** The line after or before the one that stands out; beyond the last and the first, none does. */
  function light({ lines, ...rest }: LinesRows, step: number) {
    const next = (lit ?? (step > 0 ? -1 : lines.length)) + step
    const isLine = next >= 0 && next < lines.length
    setLit(isLine ? next : null)
    setReading(isLine ? lineReadingOf({ lines, ...rest }, next, day.current) : readingOf(rows, day.current))
  }

  function press(event: KeyboardEvent): KeyAnswer {
    const last = rows.dates.length - 1
    if (event.key === 'Escape' && !isZoomed) return 'left'
    if (event.key === 'Escape') zoom(0, last)
    else if (event.key === '+' || event.key === '=') zoom(...scaled(rows.dates, window, day.current, 0.5))
    else if (event.key === '-') zoom(...scaled(rows.dates, window, day.current, 2))
    else if (rows.shape === 'lines' && event.key === 'ArrowDown') light(rows, 1)
    else if (rows.shape === 'lines' && event.key === 'ArrowUp') light(rows, -1)
    else {
      const next = dayAfterKey(walkOf(rows), day.current, event.key, event.shiftKey)
      if (next === null) return 'ignored'
      read(next)
    }
    return 'used'
  }

  useEffect(() => {
    keys.current = press
    return () => {
      keys.current = null
    }
  })

  return (
    <>
      <LiveSurface
        option={option}
        frame={frame}
        onZoom={onZoom}
        onPoint={point}
        onDoubleClick={() => zoom(0, rows.dates.length - 1)}
        onReady={(ready) => {
          chart.current = ready
        }}
      />
      <output className="sr-only">{reading}</output>
      <p className="absolute top-full right-0 mt-1 flex h-5 gap-4 text-note text-ink-3">
        <span className="hidden mid:inline">{words.hint}</span>
        <button type="button" className="link" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </>
  )
}

/** A line is reached from this near. */
const REACH_PX = 24

function lineAt(chart: Chart, rows: LinesRows, { x, y }: { x: number; y: number }): number | null {
  const [time, ratio] = chart.convertFromPixel({ gridIndex: 0 }, [x, y]) ?? []
  const [, beyond] = chart.convertFromPixel({ gridIndex: 0 }, [x, y + REACH_PX]) ?? []
  if (time === undefined || ratio === undefined || beyond === undefined) return null
  return nearestLine(rows, { day: dayAt(rows.dates, time), y: ratio, reach: Math.abs(ratio - beyond) })
}

/** Of several lines, a day counts when any has a value. */
function walkOf(rows: LineRows | LinesRows): Pick<LineRows, 'values'> {
  if (rows.shape === 'line') return rows
  return {
    values: rows.dates.map((_, day) => rows.lines.find(({ values }) => values[day] !== null)?.values[day] ?? null),
  }
}

function windowOf(dates: readonly string[], from: number, to: number): Window {
  const [first, last] = [dates[from], dates[to]]
  if (first === undefined || last === undefined) throw new RangeError(`no days ${from} to ${to} of ${dates.length}`)
  return { from: first, to: last }
}

/** First and last day of a window `factor` times as long, around a day, within the line. */
function scaled(dates: readonly string[], window: Window, centre: number, factor: number): [number, number] {
  const length = (decimalYear(window.to) - decimalYear(window.from)) * factor
  const middle = decimalYear(dates[centre] ?? window.to)
  const inView = Math.min(middle + length / 2, decimalYear(dates.at(-1) ?? window.to))
  return [dayAt(dates, inView - length), dayAt(dates, inView)]
}
