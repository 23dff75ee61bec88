import type { Sign } from '@/lib/base/format'
import type { Translator } from '@/lib/messages/translate'
import type { ReportJob } from '@/lib/pdf/document/job'

export interface TableCell {
  text: string
  tone: Sign
  /** Whether it is the best of its column. */
  bold: boolean
}

export type Tabled = Pick<ReportJob, 'report' | 'publisher'>

export interface Head {
  text: string
  span: number
  left: boolean
}

/** A table for the template. */
export interface TableSpec {
  caption: string
  continued: string
  /** Widths in mm; columns of width 0 share the rest. */
  columns: number[]
  /** How many columns hold text. */
  texts: number
  heads: Head[][]
  groups: { title: string | null; fact: string; rows: TableCell[][] }[]
  notes: string[]
}

/** Returns a cell without a sign. */
export function textCell(text: string): TableCell {
  return { text, tone: 'flat', bold: false }
}

/** Returns the caption of a table, and that of its parts on further pages. */
export function named(number: string, caption: string, t: Translator) {
  return { caption, continued: t('pdf.continued', { number }) }
}

/** Returns a head of a column or of several. */
export function head(text: string, span = 1, left = false): Head {
  return { text, span, left }
}
