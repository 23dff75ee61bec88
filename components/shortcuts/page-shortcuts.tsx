'use client'

import { type ReactNode, useEffect, useState } from 'react'

interface PageShortcutsProps {
  /** Address of the search index. */
  index: string
  /** Address of "/" in the view of the page, the base of every path in the index. */
  home: string
  /** Shown when a shortcut cannot be loaded. */
  failed: ReactNode
}

/** `runShortcut` defines the function of each key. */
const KEYS = /^(ArrowLeft|ArrowRight|[kjt/?])$/

/** Elements that handle keys themselves: fields, choices, live charts. */
const TAKEN = 'input, select, textarea, [contenteditable], figure [aria-pressed="true"]'

/** A shorter movement is a tap. */
const SWIPE_MIN_PX = 70

/**
 * Listens for the keys, swipes and buttons of the whole page: next week and series, theme, search, help. The first one
 * loads their functions.
 */
export function PageShortcuts({ index, home, failed }: PageShortcutsProps) {
  const [shown, show] = useState<ReactNode>(null)
  const [tray, showTray] = useState<ReactNode>(null)
  useEffect(() => {
    const leave = new AbortController()
    let start: TouchEvent | undefined

    function run(shortcut: string, target: EventTarget | null, swipe?: [start: TouchEvent, end: TouchEvent]) {
      import('./run-shortcut')
        .then(({ runShortcut }) => runShortcut(shortcut, target, { index, home, show, showTray }, swipe))
        .catch((error: unknown) => {
          console.warn(error)
          show(failed)
        })
    }

    function onKey(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event
      const letter = key.length === 1 ? key.toLowerCase() : key
      const isSearchKey = (ctrlKey || metaKey) && letter === 'k'
      const isPlain = !ctrlKey && !metaKey && KEYS.test(letter)
      if (!(isSearchKey || isPlain) || altKey || (shiftKey && !/[/?]/.test(letter)) || event.defaultPrevented) return
      if ((target instanceof Element && target.closest(TAKEN)) || document.querySelector('dialog[open]')) return
      if (isSearchKey || letter === '/') event.preventDefault()
      run(isSearchKey ? 'openSearch' : letter, target)
    }

    function onClick(event: MouseEvent) {
      const button = event.target instanceof Element && event.target.closest('[data-shortcut]')
      if (button) run(button.getAttribute('data-shortcut') ?? '', event.target)
    }

    function onToggle() {
      if (document.querySelector('[open] [data-host]')) run('showHost', null)
    }

    function onTouchStart(event: TouchEvent) {
      start = event
    }

    function onTouchEnd(end: TouchEvent) {
      const [from, to] = [start?.touches[0], end.changedTouches[0]]
      if (!start || !from || !to) return
      if (Math.abs(to.clientX - from.clientX) >= SWIPE_MIN_PX) run('swipe', end.target, [start, end])
    }

    const { signal } = leave
    if (hasTray()) run('tray', null)
    onToggle()
    addEventListener('keydown', onKey, { signal })
    addEventListener('click', onClick, { signal })
    addEventListener('toggle', onToggle, { signal, capture: true })
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

/** Returns false when the browser does not allow storage. */
function hasTray(): boolean {
  try {
    return Boolean(localStorage.getItem('tray'))
  } catch {
    return false
  }
}
