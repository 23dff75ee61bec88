'use client'

import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react'
import type { Colours } from '@/lib/base/appearance'
import type { HandRows, ReadingWords } from '@/lib/figures/series-reading'
import { FigureTakeAway } from '../chart/figure-take-away'
import type { TakeAwayWords } from '../chart/take-away-words'
import type { HandParts } from './load-hand'

interface PeriodHandProps {
  /** Address of what is drawn, as rows. */
  href: string
  /** Address of the rows with both legs, which a period's return is made of. */
  handHref: string
  /** What of them is drawn, and by which convention legs are held against each other. */
  hand: Omit<HandRows, 'rows'>
  name: string
  /** Address of the page for a period: FROM and TO stand for its dates. */
  address: string
  colours: Colours
  words: { select: string; hint: string; failed: string; takeAway: TakeAwayWords; reading: ReadingWords }
  /** The picture. */
  children: ReactNode
}

/** A pointer that the chart merely scrolls under reaches for nothing. */
const REST_MS = 80

type State = 'picture' | 'loading' | 'failed' | HandParts

/** A picture over which a hand reads the values of a day and selects a period. What reads is loaded by the first touch. */
export function PeriodHand({ href, handHref, hand, name, address, colours, words, children }: PeriodHandProps) {
  const [state, setState] = useState<State>('picture')
  const keys = useRef<((event: KeyboardEvent) => boolean) | null>(null)
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isLive = typeof state === 'object'

  async function load() {
    setState('loading')
    try {
      const { loadHand } = await import('./load-hand')
      setState(await loadHand(handHref))
    } catch (error) {
      console.warn(`chart ${handHref}:`, error)
      setState('failed')
    }
  }

  function start() {
    if (state === 'picture' || state === 'failed') void load()
  }

  function onPointerEnter({ pointerType }: PointerEvent) {
    if (pointerType !== 'touch') resting.current = setTimeout(start, REST_MS)
  }

  function onPointerLeave() {
    clearTimeout(resting.current)
  }

  return (
    <>
      <div
        className="relative w-fit max-w-full"
        onPointerEnter={onPointerEnter}
        onPointerLeave={onPointerLeave}
        onPointerUp={start}
      >
        {children}
        {isLive && (
          <state.HandSurface of={{ ...hand, rows: state.rows }} address={address} words={words.reading} keys={keys} />
        )}
      </div>
      {state === 'failed' && (
        <p role="status" className="text-note text-ink-2">
          {words.failed}
        </p>
      )}
      <p className="print:hidden mt-1 flex h-5 gap-x-3 pl-10 text-note">
        <button
          type="button"
          className="link"
          title={words.hint}
          aria-label={`${words.select} ${name}`}
          onFocus={start}
          onClick={start}
          onKeyDown={(event) => {
            if (keys.current?.(event)) event.preventDefault()
          }}
        >
          {words.select}
        </button>
        <FigureTakeAway href={href} name={name} colours={colours} words={words.takeAway} />
      </p>
    </>
  )
}
