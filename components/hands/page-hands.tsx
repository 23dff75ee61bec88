'use client'

import { type ReactNode, useEffect, useState } from 'react'

interface PageHandsProps {
  /** Address of the palette's index. */
  index: string
  /** Address of "/" in the view of the page, into which every path of the index is put. */
  home: string
  /** Shown when what a hand asks for cannot be loaded. */
  failed: ReactNode
}

const DEEDS: Record<string, string> = {
  ArrowLeft: 'previousWeek',
  ArrowRight: 'nextWeek',
  k: 'previousSeries',
  j: 'nextSeries',
  t: 'theme',
  '/': 'search',
  '?': 'help',
}

/** Keys of a field, a choice, a live chart and a window are theirs. */
const TAKEN = 'input, select, textarea, [contenteditable], figure [aria-pressed="true"]'

/** Farther than a tap that slips, and faster than a finger that rests. The edges of a screen are the browser's way back. */
const LEAST_PX = 70
const MOST_MS = 700
const EDGE_PX = 24

/**
 * Keys, swipes and buttons that belong to no one place of a page: the week and the series beside it, theme, search, help.
 * Only what has to be decided at once is here; the first hand that asks for more loads it.
 */
export function PageHands({ index, home, failed }: PageHandsProps) {
  const [shown, show] = useState<ReactNode>(null)
  const [tray, showTray] = useState<ReactNode>(null)
  useEffect(() => {
    const leave = new AbortController()
    let start: { x: number; y: number; timeMs: number } | undefined

    function hand(deed: string, target: EventTarget | null) {
      const answered = /compare|tray/.test(deed)
        ? import('./answer-tray').then(({ answerTray }) => answerTray(deed, target, { index, home, show: showTray }))
        : import('./answer-hand').then(({ answerHand }) => answerHand(deed, target, { index, home, show }))
      answered.catch((error: unknown) => {
        console.warn(error)
        show(failed)
      })
    }

    function onKey(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event
      const letter = key.length === 1 ? key.toLowerCase() : key
      const isPlain = !ctrlKey && !metaKey && (!shiftKey || letter === '/' || letter === '?')
      const deed = isPlain ? DEEDS[letter] : letter === 'k' && !shiftKey ? 'palette' : undefined
      if (deed === undefined || altKey || event.defaultPrevented) return
      if ((target instanceof Element && target.closest(TAKEN)) || document.querySelector('dialog[open]')) return
      if (deed === 'palette' || deed === 'search') event.preventDefault()
      hand(deed, target)
    }

    function onClick(event: MouseEvent) {
      const button = event.target instanceof Element && event.target.closest('[data-hand]')
      if (button) hand(button.getAttribute('data-hand') ?? '', event.target)
    }

    function onTouchStart({ touches: [touch, second], timeStamp }: TouchEvent) {
      const isInside = touch && touch.clientX >= EDGE_PX && touch.clientX <= innerWidth - EDGE_PX
      start = isInside && !second ? { x: touch.clientX, y: touch.clientY, timeMs: timeStamp } : undefined
    }

    function onTouchEnd(event: TouchEvent) {
      const [touch] = event.changedTouches
      if (!start || !touch || event.touches.length > 0 || event.timeStamp - start.timeMs > MOST_MS) return
      const [across, down] = [touch.clientX - start.x, touch.clientY - start.y]
      start = undefined
      if (Math.abs(across) < LEAST_PX || Math.abs(down) > Math.abs(across) / 2) return
      hand(across > 0 ? 'swipeBack' : 'swipeOn', event.target)
    }

    const { signal } = leave
    if (hasTray()) hand('tray', null)
    addEventListener('keydown', onKey, { signal })
    addEventListener('click', onClick, { signal })
    addEventListener('touchstart', onTouchStart, { signal, passive: true })
    addEventListener('touchend', onTouchEnd, { signal, passive: true })
    return () => leave.abort()
  }, [index, home, failed])
  return (
    <>
      {tray}
      {shown}
    </>
  )
}

/** A browser that is not allowed to keep anything has no tray. */
function hasTray(): boolean {
  try {
    return Boolean(localStorage.getItem('tray'))
  } catch {
    return false
  }
}
