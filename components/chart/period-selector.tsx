import { type PointerEvent, type ReactNode, useEffect, useRef } from 'react'
import { decimalYear } from '@/lib/base/dates'
import { dayAt } from '@/lib/charts/day-at'
import {
  type PeriodWords,
  periodAddress,
  periodReading,
  type Selection,
  selectionOf,
} from '@/lib/figures/rows/period-reading'
import type { SeriesRows } from '@/lib/figures/rows/rows'
import type { Chart } from './live-surface'
import type { KeyAnswer, LiveCanvasProps } from './live-types'

interface PeriodSelectorProps {
  rows: SeriesRows
  words: PeriodWords
  /** Null until it is drawn. */
  chart: Chart | null
  /** Address of the page for a period, with FROM and TO. */
  address: string
  keys: LiveCanvasProps['keys']
  onZoom: (factor: number, centre: number) => void
  /** Called by Escape when nothing is selected. */
  onLeave: () => KeyAnswer
  /** The chart. */
  children: ReactNode
}

interface Pointed {
  /** Left edge of the chart in the window at the start of a drag; reading it at each move would cause layouts. */
  leftPx: number
  /** Position of the dragging pointer in the window; null when there is no drag. */
  dragPx: number | null
  /** Positions in the dates: under the pointer, and at the start of a selection. */
  at: number
  anchor: number | null
  /** The animation frame of the next update; null when none is requested. */
  frame: number | null
}

/** A shorter drag is a click. */
const DRAG_MIN_PX = 4

/**
 * Selects a part of a live chart by drag or keys, and shows its figures. ECharts draws the line at the day under the
 * pointer. During a drag ECharts draws nothing: a band in a separate layer and a text follow the pointer, so that the
 * lines are not painted again.
 */
export function PeriodSelector(props: PeriodSelectorProps) {
  const { rows, words, chart, address, keys, onZoom, onLeave, children } = props
  const { dates } = rows
  const surface = useRef<HTMLDivElement>(null)
  const band = useRef<HTMLDivElement>(null)
  const reading = useRef<HTMLOutputElement>(null)
  const pointed = useRef<Pointed>({ leftPx: 0, dragPx: null, at: dates.length - 1, anchor: null, frame: null })

  useEffect(() => {
    keys.current = onKey
    chart?.on('updateAxisPointer', readPointer)
    return () => {
      keys.current = null
      chart?.off('updateAxisPointer', readPointer)
      cancelFrame()
    }
  })

  /** Handles a move of ECharts' line to another day, here or in a chart that moves together with this one. */
  function readPointer(event: unknown) {
    const x = pointerValue(event)
    if (pointed.current.anchor !== null) return
    if (x === null) hide()
    else {
      pointed.current.at = dayAt(dates, x)
      show()
    }
  }

  function show() {
    followDrag()
    const { at, anchor } = pointed.current
    const selection = anchor === null ? null : selectionOf(dates, anchor, at)
    if (!band.current || !reading.current) return
    band.current.style.visibility = selection ? 'visible' : 'hidden'
    if (selection) {
      const [left, right] = [pxOf(selection.start), pxOf(selection.end)]
      band.current.style.transform = `translateX(${left}px) scaleX(${right - left})`
    }
    reading.current.textContent = periodReading(rows, at, selection, words)
    reading.current.style.visibility = 'visible'
  }

  /** Updates once per animation frame, for any number of pointer moves. */
  function requestUpdate() {
    pointed.current.frame ??= requestAnimationFrame(() => {
      pointed.current.frame = null
      show()
    })
  }

  function cancelFrame() {
    if (pointed.current.frame !== null) cancelAnimationFrame(pointed.current.frame)
    pointed.current.frame = null
  }

  function hide() {
    cancelFrame()
    pointed.current.anchor = null
    pointed.current.dragPx = null
    for (const part of [band, reading]) if (part.current) part.current.style.visibility = 'hidden'
  }

  function pxOf(position: number): number {
    return Number(chart?.convertToPixel({ xAxisIndex: 0 }, decimalYear(dates[position] ?? '')))
  }

  function followDrag() {
    const { dragPx, leftPx } = pointed.current
    if (dragPx === null) return
    pointed.current.at = dayAt(dates, Number(chart?.convertFromPixel({ xAxisIndex: 0 }, dragPx - leftPx)))
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0 || !event.isPrimary) return
    pointAt(null)
    pointed.current.leftPx = event.currentTarget.getBoundingClientRect().left
    pointed.current.dragPx = event.clientX
    followDrag()
    pointed.current.anchor = pointed.current.at
    event.currentTarget.setPointerCapture(event.pointerId)
  }

  function onPointerMove(event: PointerEvent) {
    if (pointed.current.dragPx === null || !event.isPrimary) return
    pointed.current.dragPx = event.clientX
    requestUpdate()
  }

  function onPointerUp(event: PointerEvent) {
    const { anchor, dragPx } = pointed.current
    if (anchor === null || dragPx === null) return
    pointed.current.dragPx = event.clientX
    followDrag()
    const selection = selectionOf(dates, anchor, pointed.current.at)
    if (selection && pxOf(selection.end) - pxOf(selection.start) >= DRAG_MIN_PX) go(selection)
    else hide()
  }

  function go(selection: Selection) {
    location.assign(periodAddress(address, selection))
  }

  /** Moves the line of ECharts to a day, or removes it. */
  function pointAt(position: number | null) {
    const { width, height } = surface.current?.getBoundingClientRect() ?? { width: 0, height: 0 }
    chart?.dispatchAction(
      position === null
        ? { type: 'updateAxisPointer', currTrigger: 'leave' }
        : { type: 'updateAxisPointer', currTrigger: 'mousemove', x: Math.min(pxOf(position), width), y: height / 4 },
    )
  }

  function onKey({ key, shiftKey }: { key: string; shiftKey: boolean }): KeyAnswer {
    const { at, anchor } = pointed.current
    const last = dates.length - 1
    const moves: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }
    const next = moves[key]
    if (next !== undefined) {
      pointed.current.at = Math.min(Math.max(next, 0), last)
      pointed.current.anchor = shiftKey ? (anchor ?? at) : null
      pointAt(pointed.current.at)
      requestUpdate()
      return 'used'
    }
    const selection = anchor === null ? null : selectionOf(dates, anchor, at)
    if (key === 'Enter' && selection) go(selection)
    else if (key === '+' || key === '=') onZoom(0.5, at)
    else if (key === '-') onZoom(2, at)
    else if (key === 'Escape' && anchor !== null) hide()
    else return key === 'Escape' ? onLeave() : 'ignored'
    return 'used'
  }

  return (
    <div
      ref={surface}
      className="print:hidden absolute inset-0 cursor-crosshair [touch-action:pan-y] select-none overflow-hidden contain-strict"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={hide}
    >
      {children}
      <div
        ref={band}
        className="pointer-events-none invisible absolute inset-y-0 left-0 w-px origin-left bg-accent opacity-15 will-change-transform"
      />
      <output
        ref={reading}
        aria-live="polite"
        className="pointer-events-none invisible absolute top-0 left-0 max-w-full bg-bg px-2 text-note text-ink will-change-transform"
      />
    </div>
  )
}

/** Returns the position of ECharts' pointer on the time axis, in decimal years; null when it has left. */
function pointerValue(event: unknown): number | null {
  if (typeof event !== 'object' || event === null || !('axesInfo' in event) || !Array.isArray(event.axesInfo))
    return null
  const value: unknown = event.axesInfo[0]?.value
  return typeof value === 'number' ? value : null
}
