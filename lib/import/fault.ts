/** What is wrong with a file, as data: all of it is collected before anything is written. */

/** Each rule of a file, and the sentence that says it was broken. */
export const FAULT_RULES = {
  'not-utf8': 'the file is not UTF-8 text',
  'malformed-csv': 'the line is not well-formed CSV',
  'malformed-json': 'the file is not well-formed JSON',
  'empty-file': 'the file is empty',
  'header-only': 'the file has a header and no rows',
  'unknown-layout': 'the header is neither that of factor nor of portfolio returns',
  'missing-column': 'a column is missing',
  'unknown-column': 'the column is not known',
  'duplicate-column': 'the column stands there twice',
  'cell-count': 'the row has more or fewer cells than the header',
  'empty-cell': 'the cell is empty',
  'leg-missing': 'the return is missing',
  'not-a-number': 'the return is not a number',
  'not-finite': 'the return is not finite',
  'total-loss': 'the return is at or below -1',
  'over-limit': 'the return is too large for one day',
  'not-a-date': 'the date does not exist or is not written as YYYY-MM-DD',
  'in-the-future': 'the date is in the future',
  'before-inception': 'the date is before the inception of the series',
  'not-a-trading-day': 'the market did not trade on that day',
  'no-calendar': 'no calendar tells whether the market traded on that day',
  'duplicate-row': 'the date and series stand there twice',
  'unknown-series': 'the series is not in the catalogue',
  'other-kind-of-series': 'the series does not belong into a file of this kind',
  'catalogue-field': 'the field of the catalogue is wrong',
  'catalogue-duplicate': 'the catalogue says it twice',
  'catalogue-reference': 'the catalogue refers to what is not there',
} as const

export type FaultRule = keyof typeof FAULT_RULES

export interface Fault {
  /** Name of the file, without its folder. */
  file: string
  /** Sheet of a workbook; null for any other file. */
  sheet: string | null
  /** Line in the file, or row of the sheet, from 1; null where the fault is in no single line. */
  row: number | null
  /** Column of a table, or path of a catalogue's field ("factors[3].inception"). */
  column: string | null
  /** The text that is wrong, shortened when long. */
  value: string | null
  rule: FaultRule
  /** What to do about it, one sentence. */
  remedy: string
}

/** Where a fault is, and what it is; the log knows the file. */
export type FoundFault = Pick<Fault, 'rule' | 'remedy'> & Partial<Pick<Fault, 'sheet' | 'row' | 'column' | 'value'>>

const KEPT_MAX = 1_000
const VALUE_LENGTH_MAX = 80

/** Collects the faults of one file: the first 1,000 in full, all of them counted. */
export class FaultLog {
  readonly kept: Fault[] = []
  count = 0

  constructor(readonly file: string) {}

  add({ sheet = null, row = null, column = null, value = null, rule, remedy }: FoundFault): void {
    this.count += 1
    if (this.kept.length < KEPT_MAX) {
      const shown = value === null ? null : shorten(value)
      this.kept.push({ file: this.file, sheet, row, column, value: shown, rule, remedy })
    }
  }
}

function shorten(value: string): string {
  return value.length > VALUE_LENGTH_MAX ? `${value.slice(0, VALUE_LENGTH_MAX)}…` : value
}
