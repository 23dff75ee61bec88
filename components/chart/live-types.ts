import type { KeyboardEvent, RefObject } from 'react'
import type { Colours, Theme } from '@/lib/base/appearance'
import type { LiveRows } from '@/lib/figures/figure'
import type { TakeAwayWords } from './take-away-words'

/** What a live chart says, in the language of the page. */
export interface LiveWords {
  live: string
  hint: string
  failed: string
  retry: string
  close: string
  takeAway: TakeAwayWords
}

/** What became of a key: used, of no use here, or the reader wants the picture back. */
export type KeyAnswer = 'used' | 'ignored' | 'left'

export interface LiveCanvasProps {
  rows: LiveRows
  theme: Theme
  colours: Colours
  words: LiveWords
  /** Where the chart leaves its answer to the keys of the button beneath it. */
  keys: RefObject<((event: KeyboardEvent) => KeyAnswer) | null>
  onClose: () => void
}
