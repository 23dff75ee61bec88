import { isValidElement } from 'react'
import { STEPS } from '@/lib/search/palette-index'
import { answerTray, comparedCodes, TRAY_DEEDS } from './answer-tray'
import { fetchIndex } from './fetch-index'
import { KeysHelp } from './keys-help'
import { Palette } from './palette'
import type { Place } from './place'
import { stepLink } from './step-link'

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
 * Does what a key, a swipe or a button asks for.
 * @throws Error when the index cannot be had, and RangeError for a deed that is none of ours
 */
export async function answerHand(
  asked: string,
  target: EventTarget | null,
  place: Place,
  swipe?: [start: TouchEvent, end: TouchEvent],
): Promise<void> {
  const deed = KEYS[asked] ?? asked
  const step = STEPS.find((each) => each === deed)
  if (step !== undefined) stepLink(step)?.click()
  else if (deed === 'swipe') follow(target, swipe)
  else if (deed === 'theme') document.querySelector<HTMLElement>('button[data-preference="theme"]')?.click()
  else if (deed === 'search') await search(place)
  else if (deed === 'palette') await openPalette(place)
  else if (deed === 'help') await openHelp(place)
  else if (TRAY_DEEDS.includes(deed)) await answerTray(deed, codeOf(target), place)
  else throw new RangeError(`no hand asks for "${deed}"`)
}

/** The series of a button. */
function codeOf(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest('[data-code]')?.getAttribute('data-code') ?? null) : null
}

/** In the page's own search field, where it has one in sight. */
async function search(place: Place): Promise<void> {
  const fields = document.querySelectorAll<HTMLInputElement>('main input[type="search"]')
  const inSight = [...fields].find((field) => field.checkVisibility())
  if (inSight) inSight.focus()
  else await openPalette(place)
}

async function openPalette(place: Place): Promise<void> {
  const { index: address, home, show } = place
  const index = await fetchIndex(address)
  show(
    <Palette
      index={index}
      home={home}
      compared={comparedCodes}
      onClose={closeOf(show, Palette)}
      onHelp={() => openHelp(place)}
      onCompare={(code) => answerTray('compare', code, place)}
    />,
  )
}

async function openHelp({ index: address, show }: Place): Promise<void> {
  const index = await fetchIndex(address)
  show(<KeysHelp index={index} onClose={closeOf(show, KeysHelp)} />)
}

/** Takes a window away, unless another has taken its place by then. */
function closeOf(show: Place['show'], Window: typeof Palette | typeof KeysHelp): () => void {
  return () => show((shown) => (isValidElement(shown) && shown.type === Window ? null : shown))
}

/** Faster than a finger that rests. The edges of a screen are the browser's own way back. */
const MOST_MS = 700
const EDGE_PX = 24

/** One finger across the page leads to the week before or after, as the links of the week bar do. */
function follow(target: EventTarget | null, [start, end]: Partial<[TouchEvent, TouchEvent]> = []): void {
  const [from, to] = [start?.touches[0], end?.changedTouches[0]]
  if (!start || !end || !from || !to || start.touches.length > 1 || end.touches.length > 0) return
  const isAtEdge = from.clientX < EDGE_PX || from.clientX > innerWidth - EDGE_PX
  const [across, down] = [to.clientX - from.clientX, to.clientY - from.clientY]
  const isSlow = end.timeStamp - start.timeStamp > MOST_MS
  const isZoomed = (visualViewport?.scale ?? 1) > 1.01
  if (isAtEdge || isSlow || isZoomed || Math.abs(down) > Math.abs(across) / 2 || takesSwipes(target)) return
  stepLink(across > 0 ? 'previousWeek' : 'nextWeek')?.click()
}

/** A live chart is read by moving over it, and what is wider than its frame scrolls. */
function takesSwipes(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[data-live], input, select, textarea, dialog')) return true
  for (let node: Element | null = target; node; node = node.parentElement) {
    const scrolls = /auto|scroll/.test(getComputedStyle(node).overflowX)
    if (scrolls && node.scrollWidth > node.clientWidth && node !== document.documentElement) return true
  }
  return false
}
