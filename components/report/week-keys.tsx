'use client'

import { useEffect } from 'react'

/** The arrow keys and a swipe lead to the week before and after, as the links of the week bar do. */
export function WeekKeys() {
  useEffect(() => {
    addEventListener('keydown', onKey)
    addEventListener('touchstart', onTouchStart, { passive: true })
    addEventListener('touchend', onTouchEnd, { passive: true })
    return () => {
      removeEventListener('keydown', onKey)
      removeEventListener('touchstart', onTouchStart)
      removeEventListener('touchend', onTouchEnd)
    }
  }, [])
  return null
}

/** A live chart keeps the keys that it uses, a field and a choice all of theirs. */
function onKey(event: KeyboardEvent): void {
  const isPlain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented)
  if (!isPlain || isWithin(event.target, 'input, select, textarea, [contenteditable], [aria-pressed="true"]')) return
  if (event.key === 'ArrowLeft') goTo('previous')
  if (event.key === 'ArrowRight') goTo('next')
}

/** Farther than a tap that slips, and faster than a finger that rests. */
const LEAST_PX = 70
const MOST_MS = 700
/** The edges of a screen are the browser's own way back. */
const EDGE_PX = 24

let start: { x: number; y: number; timeMs: number } | null = null

function onTouchStart({ touches, target, timeStamp }: TouchEvent): void {
  const [touch, second] = touches
  const isOurs = touch && !second && !isZoomed() && !isAtEdge(touch.clientX) && !takesSwipes(target)
  start = isOurs ? { x: touch.clientX, y: touch.clientY, timeMs: timeStamp } : null
}

function onTouchEnd({ changedTouches, touches, timeStamp }: TouchEvent): void {
  const [touch] = changedTouches
  if (!start || !touch || touches.length > 0 || timeStamp - start.timeMs > MOST_MS) return
  const [across, down] = [touch.clientX - start.x, touch.clientY - start.y]
  start = null
  if (Math.abs(across) < LEAST_PX || Math.abs(down) > Math.abs(across) / 2) return
  goTo(across > 0 ? 'previous' : 'next')
}

function goTo(week: 'previous' | 'next'): void {
  document.querySelector<HTMLAnchorElement>(`a[data-week="${week}"]`)?.click()
}

function isZoomed(): boolean {
  return (visualViewport?.scale ?? 1) > 1.01
}

function isAtEdge(x: number): boolean {
  return x < EDGE_PX || x > innerWidth - EDGE_PX
}

/** A live chart is read by moving over it, and what is wider than its frame scrolls. */
function takesSwipes(target: EventTarget | null): boolean {
  if (isWithin(target, '[data-live], input, select, textarea')) return true
  for (let node = target instanceof Element ? target : null; node; node = node.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(node).overflowX)
    if (scrolls && node.scrollWidth > node.clientWidth && node !== document.documentElement) return true
  }
  return false
}

function isWithin(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null
}
