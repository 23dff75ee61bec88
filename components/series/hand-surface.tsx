'use client'

import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react'
import type { SeriesRows } from '@/lib/figures/figure'
import { type SeriesPlot, seriesPlot } from '@/lib/figures/series-plot'
import {
  drawnRows,
  type HandRows,
  periodAddress,
  type ReadingWords,
  readingOf,
  type Selection,
  selectionOf,
} from '@/lib/figures/series-reading'

interface HandSurfaceProps {
  of: HandRows
  /** Address of the page for a period, with FROM and TO. */
  address: string
  words: ReadingWords
  /** What a key means to the chart; true when it meant something. */
  keys: RefObject<((event: KeyboardEvent) => boolean) | null>
}

interface Hand {
  plot: SeriesPlot | null
  /** Of the surface, from the window's edge. */
  leftPx: number
  /** Positions among the dates: under the hand, and where a selection began. */
  at: number
  anchor: number | null
  /** The frame that will draw it; null when nothing is to be drawn. */
  frame: number | null
}

/** A drag shorter than this is a click. */
const LEAST_DRAG_PX = 4

/**
 * Lies over the picture and is drawn by the same plot: a line at the day under the hand, a band over the days that it
 * drags along, and what both say. Nothing is rendered again while it moves: three elements get another place and text,
 * on layers of their own, so that the picture beneath is not painted again.
 */
export function HandSurface({ of, address, words, keys }: HandSurfaceProps) {
  const { rows } = of
  const surface = useRef<HTMLDivElement>(null)
  const line = useRef<HTMLDivElement>(null)
  const band = useRef<HTMLDivElement>(null)
  const reading = useRef<HTMLOutputElement>(null)
  const hand = useRef<Hand>({ plot: null, leftPx: 0, at: rows.dates.length - 1, anchor: null, frame: null })

  useEffect(() => {
    const box = surface.current
    if (box === null) return
    const observer = new ResizeObserver(() => {
      hand.current.leftPx = box.getBoundingClientRect().left
      hand.current.plot = seriesPlot(drawnRows(of), { widthPx: box.clientWidth, heightPx: box.clientHeight })
    })
    observer.observe(box)
    keys.current = onKey
    return () => {
      observer.disconnect()
      rest()
      keys.current = null
    }
  })

  function draw() {
    const { plot, at, anchor } = hand.current
    const date = rows.dates[at]
    if (!plot || !line.current || !band.current || !reading.current || date === undefined) return
    const selection = anchor === null ? null : selectionOf(rows, anchor, at)
    const x = plot.x(date)
    line.current.style.transform = `translateX(${x}px)`
    line.current.style.visibility = 'visible'
    band.current.style.visibility = selection ? 'visible' : 'hidden'
    if (selection) {
      const [left, right] = [plot.x(rows.dates[selection.start] ?? date), plot.x(rows.dates[selection.end] ?? date)]
      band.current.style.transform = `translateX(${left}px) scaleX(${right - left})`
    }
    reading.current.textContent = readingOf(of, at, selection, words)
    reading.current.style.visibility = 'visible'
  }

  /** Once a frame, however often the hand moves. */
  function drawSoon() {
    hand.current.frame ??= requestAnimationFrame(() => {
      hand.current.frame = null
      draw()
    })
  }

  function rest() {
    if (hand.current.frame !== null) cancelAnimationFrame(hand.current.frame)
    hand.current.frame = null
  }

  function onPointerEnter({ currentTarget }: PointerEvent) {
    hand.current.leftPx = currentTarget.getBoundingClientRect().left
  }

  function follow({ clientX }: PointerEvent) {
    const { plot, leftPx } = hand.current
    if (!plot) return
    hand.current.at = plot.dateAt(clientX - leftPx)
    drawSoon()
  }

  function onPointerDown(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0) return
    onPointerEnter(event)
    follow(event)
    hand.current.anchor = hand.current.at
    event.currentTarget.setPointerCapture(event.pointerId)
  }

  function onPointerUp(event: PointerEvent) {
    follow(event)
    const { plot, anchor, at } = hand.current
    const selection = anchor === null ? null : selectionOf(rows, anchor, at)
    if (plot && selection && widthOf(plot, rows, selection) >= LEAST_DRAG_PX) go(selection)
    else leave()
  }

  function leave() {
    rest()
    hand.current.anchor = null
    for (const part of [line, band, reading]) if (part.current) part.current.style.visibility = 'hidden'
  }

  function go(selection: Selection) {
    location.assign(periodAddress(address, selection))
  }

  function onKey(event: KeyboardEvent): boolean {
    const { at, anchor } = hand.current
    const last = rows.dates.length - 1
    const moves: Record<string, number> = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }
    const next = moves[event.key]
    if (next !== undefined) {
      hand.current.anchor = event.shiftKey ? (anchor ?? at) : null
      hand.current.at = Math.min(Math.max(next, 0), last)
      drawSoon()
      return true
    }
    const selection = anchor === null ? null : selectionOf(rows, anchor, at)
    if (event.key === 'Enter' && selection) {
      go(selection)
      return true
    }
    if (event.key !== 'Escape') return false
    leave()
    return true
  }

  return (
    <div
      ref={surface}
      data-live="true"
      className="print:hidden absolute inset-0 cursor-crosshair [touch-action:pan-y] select-none overflow-hidden contain-strict"
      onPointerEnter={onPointerEnter}
      onPointerMove={follow}
      onPointerDown={onPointerDown}
      onPointerUp={onPointerUp}
      onPointerCancel={leave}
      onPointerLeave={() => hand.current.anchor === null && leave()}
    >
      <div
        ref={band}
        className="pointer-events-none invisible absolute inset-y-0 left-0 w-px origin-left bg-accent opacity-15 will-change-transform"
      />
      <div
        ref={line}
        className="pointer-events-none invisible absolute inset-y-0 left-0 w-px bg-ink-2 will-change-transform"
      />
      <output
        ref={reading}
        aria-live="polite"
        className="pointer-events-none invisible absolute top-0 left-0 max-w-full bg-bg px-2 text-note text-ink will-change-transform"
      />
    </div>
  )
}

function widthOf(plot: SeriesPlot, { dates }: SeriesRows, { start, end }: Selection): number {
  return plot.x(dates[end] ?? '') - plot.x(dates[start] ?? '')
}
