import { type Dispatch, isValidElement, type ReactNode, type SetStateAction } from 'react'
import { STEPS } from '@/lib/palette/palette-index'
import { fetchIndex } from './fetch-index'
import { KeysHelp } from './keys-help'
import { Palette } from './palette'
import { stepLink } from './step-link'

/** Where a hand reached: the page at hand. */
export interface Place {
  /** Address of the palette's index. */
  index: string
  /** Address of "/" in the view of the page. */
  home: string
  /** Shows a window over the page; null takes it away. */
  show: Dispatch<SetStateAction<ReactNode>>
}

/**
 * Does what a key, a swipe or a button asks for.
 * @throws Error when the index cannot be had, and RangeError for a deed that is none of ours
 */
export async function answerHand(deed: string, target: EventTarget | null, place: Place): Promise<void> {
  const step = STEPS.find((each) => each === deed)
  if (step !== undefined) stepLink(step)?.click()
  else if (deed === 'swipeBack') swipe('previousWeek', target)
  else if (deed === 'swipeOn') swipe('nextWeek', target)
  else if (deed === 'theme') document.querySelector<HTMLElement>('button[data-preference="theme"]')?.click()
  else if (deed === 'search') await search(place)
  else if (deed === 'palette') await openPalette(place)
  else if (deed === 'help') await openHelp(place)
  else throw new RangeError(`no hand asks for "${deed}"`)
}

/** In the page's own search field, where it has one in sight. */
async function search(place: Place): Promise<void> {
  const fields = document.querySelectorAll<HTMLInputElement>('main input[type="search"]')
  const inSight = [...fields].find((field) => field.checkVisibility())
  if (inSight) inSight.focus()
  else await openPalette(place)
}

async function openPalette({ index: address, home, show }: Place): Promise<void> {
  const index = await fetchIndex(address)
  show(
    <Palette
      index={index}
      home={home}
      onClose={closeOf(show, Palette)}
      onHelp={() => openHelp({ index: address, home, show })}
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

function swipe(step: 'previousWeek' | 'nextWeek', target: EventTarget | null): void {
  const isZoomed = (visualViewport?.scale ?? 1) > 1.01
  if (!isZoomed && !takesSwipes(target)) stepLink(step)?.click()
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
