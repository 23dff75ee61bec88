/** The faults of a file, as data: all of them are collected before anything is written. */

import { isOneOf } from '@/lib/base/is-one-of'
import { type CatalogueSection, SECTIONS, sectionsWith } from '@/lib/catalogue/catalogue-fields'
import type { FoundTable } from './found-table'
import type { GivenColumn } from './given-column'
import { showUnwritable } from './unwritable'

/** Each rule of a file, and the sentence for a fault against it. */
export const FAULT_RULES = {
  'wrong-encoding': 'the text is neither UTF-8 nor Chinese in GB18030, nor UTF-16 with a byte-order mark',
  'unsupported-format': 'the file format is not supported',
  'truncated-archive': 'the end of the file is missing',
  'broken-archive': 'the file is damaged',
  'password-protected': 'the file is protected with a password',
  'macro-workbook': 'the workbook contains macros',
  'too-large': 'the file is too large, or too large once unpacked',
  'too-costly': 'reading the file took too much time or memory',
  'malformed-csv': 'the line is not well-formed CSV',
  'malformed-json': 'the file is not well-formed JSON',
  'table-in-json': 'the file is a table written as JSON',
  'empty-file': 'the file is empty',
  'header-only': 'the file has a header and no rows',
  'formula-without-value': 'the formula has no value',
  hidden: 'the row, column or worksheet is hidden',
  'no-values': 'the table has rows and no values',
  'unknown-layout': 'the header is not recognised',
  'missing-column': 'a column is missing',
  'unknown-column': 'the column is not recognised',
  'duplicate-column': 'the column appears twice',
  'mixed-kinds': 'the worksheets hold different kinds of data',
  'mixed-units': 'percentages and decimal fractions are mixed',
  'implausible-unit': 'the values are not plausible daily returns in the unit of the file',
  levels: 'the values are levels, not daily returns',
  'decimal-comma': 'the decimal separator is a comma',
  'outside-table': 'the value is outside the table',
  'cell-count': 'the row has more or fewer cells than the header',
  'empty-cell': 'the cell is empty',
  'unknown-leg': 'the leg is not recognised',
  'leg-missing': 'the return is missing',
  'left-out': 'the file has no value for a coefficient that is already stored',
  'not-a-number': 'the return is not a number',
  'in-parentheses': 'the number is in parentheses',
  'not-finite': 'the return is not finite',
  'too-small': 'the return is not zero but too small to be stored',
  'total-loss': 'the return is -1 (-100%) or lower',
  'over-limit': 'the return is too large for one day',
  'not-a-correlation': 'the coefficient is not between -1 and 1',
  'not-a-rank-error': 'the mean error of ranks is not between 0 and 1',
  'summary-row': 'the row is a total or an average, not a day',
  'not-a-date': 'the date does not exist or is not written as YYYY-MM-DD',
  'in-the-future': 'the date is in the future',
  'before-inception': 'the date is before the inception of the series',
  'after-end': 'the date is after the end of the series',
  'not-a-trading-day': 'the market did not trade on that day',
  'duplicate-row': 'the same date and series appear twice',
  'unknown-series': 'the series is not in the catalogue',
  'renamed-series': 'the series has another code now',
  'unknown-component': 'the component is not in the catalogue',
  'other-kind-of-series': 'the series does not belong in a file of this kind',
  'catalogue-field': 'the catalogue field is invalid',
  'catalogue-duplicate': 'the catalogue has a duplicate',
  'catalogue-reference': 'the catalogue refers to an entry that does not exist',
  'catalogue-contradiction': 'the catalogue contradicts stored returns or coefficients',
  'sum-differs': 'the contributions of a day do not add up to its excess',
  'no-excess': 'the day has contributions and no return',
  'files-disagree': 'another file of the same load says something else',
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

/** A fault before the log adds the name of the file. */
export type FoundFault = Pick<Fault, 'rule' | 'remedy'> & Partial<Pick<Fault, 'sheet' | 'row' | 'column' | 'value'>>

/** Sheet and row of the file that hold a row of the catalogue. */
export interface CatalogueRowLocation {
  sheet: string | null
  row: number
}

/** What a log holds, as plain data. */
export type FoundLog = Pick<FaultLog, 'kept' | 'count' | 'locations' | 'isOfCatalogue' | 'tables'>

/** So many faults are kept in full. */
export const KEPT_MAX = 1_000
const VALUE_LENGTH_MAX = 80

/** Collects the faults of one file: the first 1,000 in full, all of them counted. */
export class FaultLog {
  readonly kept: Fault[] = []
  count = 0
  /** The location of each row of a catalogue that was given as tables; empty for any other file. */
  readonly locations = sectionsWith((): CatalogueRowLocation[] => [])
  /** The sheet of a workbook that is being read; faults are reported for it. */
  sheet: string | null = null
  /** Whether the file turned out to be a catalogue, also one with faults. */
  isOfCatalogue = false
  /** What was recognised of the tables of the file, one for each sheet; empty for a catalogue in JSON. */
  tables: FoundTable[] = []

  /**
   * @param file its name, without its folder
   * @param columns meanings given to its columns
   */
  constructor(
    readonly file: string,
    readonly columns: readonly GivenColumn[] = [],
  ) {}

  /** Whether further faults are only counted. */
  get isFull(): boolean {
    return this.kept.length >= KEPT_MAX
  }

  add(found: FoundFault): void {
    this.count += 1
    if (this.isFull) return
    const { sheet = this.sheet, row = null, column = null, value = null, rule, remedy } = this.#withLocation(found)
    this.kept.push({
      file: this.file,
      sheet: shown(sheet),
      row,
      column: shown(column),
      value: shown(value === null ? null : shorten(value)),
      rule,
      remedy: showUnwritable(remedy),
    })
  }

  /** Adds what another process has found in the file. */
  take({ kept, count, locations, isOfCatalogue, tables }: FoundLog): void {
    this.kept.push(...kept.slice(0, KEPT_MAX - this.kept.length))
    this.count += count
    Object.assign(this.locations, locations)
    this.isOfCatalogue ||= isOfCatalogue
    this.tables = tables
  }

  /** Counts further faults without their texts. */
  addCount(count: number): void {
    this.count += count
  }

  /** Turns "factors[3].inception" into the column inception, the sheet and the row of the fourth factor of a table. */
  #withLocation(found: FoundFault): FoundFault {
    const [, section, index, column] = /^(\w+)\[(\d+)\]\.?(.*)$/.exec(found.column ?? '') ?? []
    const location = isSection(section) ? this.locations[section][Number(index)] : undefined
    return location === undefined ? found : { ...found, ...location, column: column ?? null }
  }
}

function isSection(text: string | undefined): text is CatalogueSection {
  return text !== undefined && isOneOf(SECTIONS, text)
}

/** Escapes text of a file so that a terminal, JSON and the store can take it. */
function shown(text: string | null): string | null {
  return text === null ? null : showUnwritable(text)
}

function shorten(value: string): string {
  if (value.length <= VALUE_LENGTH_MAX) return value
  const isHalved = /^[\ud800-\udbff][\udc00-\udfff]/.test(value.slice(VALUE_LENGTH_MAX - 1))
  return `${value.slice(0, VALUE_LENGTH_MAX - Number(isHalved))}…`
}
