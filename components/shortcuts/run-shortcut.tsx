import { isValidElement } from 'react'
import { STEPS } from '@/lib/search/search-index'
import { fetchSearchIndex } from './fetch-search-index'
import { KeysHelp } from './keys-help'
import { copyLine, showHost } from './script-lines'
import { SearchDialog } from './search-dialog'
import type { ShortcutContext } from './shortcut-context'
import { stepLink } from './step-link'
import { comparedCodes, TRAY_COMMANDS, updateTray } from './update-tray'

const KEYS: Record<string, string | undefined> = {
  ArrowLeft: 'previousWeek',
  ArrowRight: 'nextWeek',
  k: 'previousSeries',
  j: 'nextSeries',
  t: 'theme',
  '/': 'search',
  '?': 'help',
}

/**
 * Runs the shortcut of a key, a swipe or a button.
 * @throws Error when the search index cannot be loaded, and RangeError for an unknown shortcut
 */
export async function runShortcut(
  shortcut: string,
  target: EventTarget | null,
  context: ShortcutContext,
  swipe?: [start: TouchEvent, end: TouchEvent],
): Promise<void> {
  const command = KEYS[shortcut] ?? shortcut
  const step = STEPS.find((each) => each === command)
  if (step !== undefined) stepLink(step)?.click()
  else if (command === 'swipe') followSwipe(target, swipe)
  else if (command === 'theme') nextTheme()?.click()
  else if (command === 'search') await search(context)
  else if (command === 'openSearch') await openSearch(context)
  else if (command === 'help') await openHelp(context)
  else if (command === 'showHost') showHost()
  else if (command === 'copyLine') await copyLine(target)
  else if (TRAY_COMMANDS.includes(command)) await updateTray(command, codeOf(target), context)
  else throw new RangeError(`unknown shortcut "${command}"`)
}

/** Returns the button of the theme after the current one. */
function nextTheme(): HTMLElement | undefined {
  const themes = [...document.querySelectorAll<HTMLElement>('button[data-preference="theme"]')]
  const current = themes.findIndex((theme) => theme.ariaPressed === 'true')
  return themes[(current + 1) % themes.length]
}

/** Returns the code of the series that a button belongs to. */
function codeOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest('[data-code]')?.getAttribute('data-code') ?? null) : null
}

/** Moves to the search field of the page, or opens the search dialog where no field is visible. */
async function search(context: ShortcutContext): Promise<void> {
  const fields = document.querySelectorAll<HTMLInputElement>('main input[type="search"]')
  const inSight = [...fields].find((field) => field.checkVisibility())
  if (inSight) inSight.focus()
  else await openSearch(context)
}

async function openSearch(context: ShortcutContext): Promise<void> {
  const { index: address, home, show } = context
  const index = await fetchSearchIndex(address)
  show(
    <SearchDialog
      index={index}
      home={home}
      compared={comparedCodes}
      onClose={closeOf(show, SearchDialog)}
      onHelp={() => openHelp(context)}
      onCompare={(code) => updateTray('compare', code, context)}
    />,
  )
}

async function openHelp({ index: address, show }: ShortcutContext): Promise<void> {
  const index = await fetchSearchIndex(address)
  show(<KeysHelp index={index} onClose={closeOf(show, KeysHelp)} />)
}

/** Returns a function that closes a window, unless another window has replaced it. */
function closeOf(show: ShortcutContext['show'], Window: typeof SearchDialog | typeof KeysHelp): () => void {
  return () => show((shown) => (isValidElement(shown) && shown.type === Window ? null : shown))
}

/** A slower movement is not a swipe. A swipe from the edge of the screen is the browser's back gesture. */
const SWIPE_MAX_MS = 700
const EDGE_PX = 24

/** Opens the week before or after for a horizontal swipe with one finger. */
function followSwipe(target: EventTarget | null, [start, end]: Partial<[TouchEvent, TouchEvent]> = []): void {
  const [from, to] = [start?.touches[0], end?.changedTouches[0]]
  if (!start || !end || !from || !to || start.touches.length > 1 || end.touches.length > 0) return
  const isAtEdge = from.clientX < EDGE_PX || from.clientX > innerWidth - EDGE_PX
  const [across, down] = [to.clientX - from.clientX, to.clientY - from.clientY]
  const isSlow = end.timeStamp - start.timeStamp > SWIPE_MAX_MS
  const isZoomed = (visualViewport?.scale ?? 1) > 1.01
  if (isAtEdge || isSlow || isZoomed || Math.abs(down) > Math.abs(across) / 2 || takesSwipes(target)) return
  stepLink(across > 0 ? 'previousWeek' : 'nextWeek')?.click()
}

/** Does the element use horizontal movement itself: a live chart, a field, or a frame that scrolls? */
function takesSwipes(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[data-live], input, select, textarea, dialog')) return true
  for (let node: Element | null = target; node; node = node.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(node).overflowX)
    if (scrolls && node.scrollWidth > node.clientWidth && node !== document.documentElement) return true
  }
  return false
}
