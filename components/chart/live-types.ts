import type { KeyboardEvent, RefObject } from 'react'
import type { Colours, Theme } from '@/lib/base/appearance'
import type { PeriodWords, SelectableSeries } from '@/lib/figures/rows/period-reading'
import type { LiveRows } from '@/lib/figures/rows/rows'
import type { TakeAwayWords } from './take-away-words'

/** What a live chart says, in the language of the page. */
export interface LiveWords {
  /** The button beneath the picture, and what it says in full. */
  live: string
  title?: string
  /** Beneath a live chart. */
  hint: string
  failed: string
  retry: string
  close: string
  applyPeriod: string
  takeAway: TakeAwayWords
}

/** A chart of a page whose period can be chosen. */
export interface PeriodChoice {
  /** Address of the page for a period: FROM and TO stand for its dates. */
  address: string
  /** For a series: which of its rows are drawn, and how a selected part is read. */
  reading?: Omit<SelectableSeries, 'rows'> & { words: PeriodWords }
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
  period?: PeriodChoice | undefined
  /** Charts of one name and span move together. */
  group?: string | undefined
  onClose: () => void
}
