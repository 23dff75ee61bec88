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

/** What they do, `answerHand` knows. */
const KEYS = /^(ArrowLeft|ArrowRight|[kjt/?])$/

/** Keys of a field, a choice, a live chart and a window are theirs. */
const TAKEN = 'input, select, textarea, [contenteditable], figure [aria-pressed="true"]'

/** Farther than a tap that slips. */
const LEAST_PX = 70

/**
 * Keys, swipes and buttons that belong to no one place of a page: the week and the series beside it, theme, search, help.
 * Only what has to be decided at once is here; the first hand that asks for more loads it.
 */
export function PageHands({ index, home, failed }: PageHandsProps) {
  const [shown, show] = useState<ReactNode>(null)
  const [tray, showTray] = useState<ReactNode>(null)
  useEffect(() => {
    const leave = new AbortController()
    let start: TouchEvent | undefined

    function hand(deed: string, target: EventTarget | null, swipe?: [start: TouchEvent, end: TouchEvent]) {
      import('./answer-hand')
        .then(({ answerHand }) => answerHand(deed, target, { index, home, show, showTray }, swipe))
        .catch((error: unknown) => {
          console.warn(error)
          show(failed)
        })
    }

    function onKey(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event
      const letter = key.length === 1 ? key.toLowerCase() : key
      const isPalette = (ctrlKey || metaKey) && letter === 'k'
      const isPlain = !ctrlKey && !metaKey && KEYS.test(letter)
      if (!(isPalette || isPlain) || altKey || (shiftKey && !/[/?]/.test(letter)) || event.defaultPrevented) return
      if ((target instanceof Element && target.closest(TAKEN)) || document.querySelector('dialog[open]')) return
      if (isPalette || letter === '/') event.preventDefault()
      hand(isPalette ? 'palette' : letter, target)
    }

    function onClick(event: MouseEvent) {
      const button = event.target instanceof Element && event.target.closest('[data-hand]')
      if (button) hand(button.getAttribute('data-hand') ?? '', event.target)
    }

    function onTouchStart(event: TouchEvent) {
      start = event
    }

    function onTouchEnd(end: TouchEvent) {
      const [from, to] = [start?.touches[0], end.changedTouches[0]]
      if (!start || !from || !to) return
      if (Math.abs(to.clientX - from.clientX) >= LEAST_PX) hand('swipe', end.target, [start, end])
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
