import type { KeyboardEvent, RefObject } from 'react'
import type { Colours, Theme } from '@/lib/base/appearance'
import type { PeriodWords } from '@/lib/figures/rows/period-reading'
import type { LiveRows } from '@/lib/figures/rows/rows'
import type { ExportWords } from './export-words'

/** Words of a live chart, in the language of the page. */
export interface LiveWords {
  /** The button below the picture, and its full text. */
  live: string
  title?: string
  /** Below a live chart. */
  hint: string
  failed: string
  retry: string
  close: string
  applyPeriod: string
  exportWords: ExportWords
}

/** The choice of a period in a chart. */
export interface PeriodChoice {
  /** Address of the page for a period: FROM and TO are replaced by its dates. */
  address: string
  /** For a series: the words in which a selection is read. */
  reading?: PeriodWords
}

/** Result of a key: used, ignored, or close the live chart. */
export type KeyAnswer = 'used' | 'ignored' | 'left'

export interface LiveCanvasProps {
  rows: LiveRows
  theme: Theme
  colours: Colours
  words: LiveWords
  /** The chart sets the handler for the keys of the button below it. */
  keys: RefObject<((event: KeyboardEvent) => KeyAnswer) | null>
  period?: PeriodChoice | undefined
  /** Charts with the same name and span move together. */
  group?: string | undefined
  onClose: () => void
}
