import { RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import { type Layout, presentLegs, type SeriesGroup } from '@/lib/import/layout/layout'
import { isSummary, parseDate, SUMMARY_REFUSAL } from '@/lib/import/layout/parse-date'
import {
  DAILY_RETURN_MAX,
  parseContribution,
  parseCorrelation,
  parseRankError,
  parseReturn,
  type Refusal,
} from '@/lib/import/layout/parse-return'
import type { Unit } from '@/lib/import/layout/unit'
import { isMissing } from '@/lib/import/layout/written-number'
import type { FaultLog } from '@/lib/import/outcome/fault'
import type { SourceRow } from '@/lib/import/read/source-table'
import { checkSeriesDate } from './check-date'
import { checkPart } from './check-part'
import { checkSeries } from './check-series'
import type { ReturnBatch, RowLocation } from './return-batch'
import type { SeriesCatalogue } from './series-catalogue'

/** By date and code, and for a row with a part also by "code part". One text of both for each of a million rows would take longer than the rest of the check. */
export type RowLocations = Map<string, Map<string, RowLocation>>

interface Settings {
  layout: Layout
  unit: Unit
  catalogue: SeriesCatalogue
  /** ISO date after which there can be no return. */
  today: string
  /** The first row of each date and series, in all sheets of the file. */
  locations: RowLocations
  faults: FaultLog
}

/** Results for dates and codes are cached: each text is checked once, however many rows have it. */
interface Context extends Settings {
  dayOf: (text: string) => string | Refusal
  refusalOf: (code: string) => Refusal | null
}

/** A column's text in one row. */
interface Cell {
  row: number
  column: string
  value: string
}

/** Checks every cell of every row, and appends the rows without a fault. Write them only when the log is empty. */
export function checkRows(batch: ReturnBatch, settings: Settings): void {
  const context = withCaches(settings)
  const known = context.layout.groups.filter((group) => isKnown(group, context))
  for (const row of context.layout.rows) {
    if (!checkWidth(row, context)) continue
    const date = cellOf(row, 'date', context.layout.date)
    const day = context.dayOf(date.value)
    if (typeof day !== 'string') context.faults.add({ ...date, ...day })
    if (typeof day !== 'string' && day.rule === 'summary-row') continue
    for (const group of known) {
      checkGroup(batch, { row, date, day: typeof day === 'string' ? day : null, group }, context)
    }
  }
}

function withCaches(settings: Settings): Context {
  const { layout, catalogue, today, faults } = settings
  return {
    ...settings,
    dayOf: cached((text) => parseDate(text, today)),
    // A fault that is only counted needs no suggestion.
    refusalOf: cached((code) =>
      isSummary(code) ? SUMMARY_REFUSAL : checkSeries(code, { kind: layout.kind, catalogue, suggests: !faults.isFull }),
    ),
  }
}

function cached<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = compute(text)
    known.set(text, found)
    return found
  }
}

/** Checks a series that the column names contain, once for all rows. */
function isKnown({ series, legs }: SeriesGroup, { layout, refusalOf, faults }: Context): boolean {
  if (!('code' in series)) return true
  const refusal = refusalOf(series.code)
  if (refusal !== null) {
    faults.add({ row: layout.line, column: legs[0]?.column ?? null, value: series.code, ...refusal })
  }
  return refusal === null
}

function checkWidth({ line, cells }: SourceRow, { layout, faults }: Context): boolean {
  // A workbook leaves out empty cells at the end of a row.
  if (faults.sheet !== null) while (cells.length < layout.width) cells.push('')
  if (cells.length === layout.width) return true
  const legs = layout.groups.flatMap(presentLegs).length
  if (cells.length === layout.width + legs) {
    const remedy = 'Use a decimal point, as in 0.0109; there are twice as many cells as returns.'
    faults.add({ row: line, value: cells.join(), rule: 'decimal-comma', remedy })
    return false
  }
  const remedy = `Write ${layout.width} cells, as many as in the header; there are ${cells.length}.`
  faults.add({ row: line, value: cells.join(), rule: 'cell-count', remedy })
  return false
}

function cellOf(row: SourceRow, column: string, columnIndex: number): Cell {
  const value = row.cells[columnIndex]
  if (value === undefined) throw new RangeError(`Line ${row.line} has no cell ${columnIndex} for column ${column}.`)
  return { row: row.cellLines?.[columnIndex] ?? row.line, column, value }
}

interface Part {
  row: SourceRow
  date: Cell
  /** The ISO date; null when the cell has no valid date. */
  day: string | null
  group: SeriesGroup
}

/** Checks the legs of one series on one day. In a wide table a series without any value has no row on that day. */
function checkGroup(batch: ReturnBatch, { row, date, day, group }: Part, context: Context): void {
  const { layout, catalogue, faults, refusalOf } = context
  const legs = group.legs.map(({ column, columnIndex }) =>
    columnIndex === null ? { row: row.line, column, value: '' } : cellOf(row, column, columnIndex),
  )
  const isNamed = 'code' in group.series
  if (isNamed && legs.every(({ value }) => isMissing(value))) return
  const before = faults.count
  const series =
    'code' in group.series
      ? { row: row.line, column: date.column, value: group.series.code }
      : cellOf(row, 'series', group.series.columnIndex)
  const refusal = isNamed ? null : refusalOf(series.value)
  if (refusal !== null) faults.add({ ...series, ...refusal })
  const life = catalogue[RETURN_KINDS[layout.kind].section].get(series.value)
  const early = day !== null && life !== undefined ? checkSeriesDate(day, life) : null
  if (early !== null) faults.add({ ...date, ...early })
  const parts = layout.parts.map(({ column, columnIndex }) =>
    columnIndex === null ? { row: row.line, column, value: '' } : cellOf(row, column, columnIndex),
  )
  const part = checkPart(parts, catalogue.components, faults)
  checkTwin({ ...date, value: day ?? date.value }, series, part, context)
  const hasAny = legs.some(({ value }) => !isMissing(value))
  const values = legs.flatMap((leg, at) => {
    const { isOptional, isError } = RETURN_KINDS[layout.kind].legs[at] ?? {}
    const isLeftOut = group.legs[at]?.columnIndex === null
    if (isMissing(leg.value) && isOptional && (hasAny || isLeftOut)) return [null]
    return readLeg(leg, { limit: life?.returnMax ?? DAILY_RETURN_MAX, isError: isError === true }, context)
  })
  if (day !== null && faults.count === before) append(batch, { code: series.value, date: day, part }, values)
}

function checkTwin(date: Cell, series: Cell, part: string | null, { locations, faults }: Context): void {
  const ofDay = locations.get(date.value) ?? new Map<string, RowLocation>()
  if (ofDay.size === 0) locations.set(date.value, ofDay)
  const row = part === null ? series.value : `${series.value} ${part}`
  const first = ofDay.get(row)
  const location = { sheet: faults.sheet, line: date.row }
  if (first === undefined) {
    ofDay.set(row, location)
    if (!ofDay.has(series.value)) ofDay.set(series.value, location)
  } else {
    const remedy = `Keep ${locationText(first)} or ${locationText(location)}.`
    faults.add({ row: date.row, value: `${date.value} ${row}`, rule: 'duplicate-row', remedy })
  }
}

/** Writes a location: "Sheet1, line 7". */
export function locationText({ sheet, line }: RowLocation): string {
  return `${sheet === null ? '' : `${sheet}, `}line ${line}`
}

function readLeg(leg: Cell, rules: { limit: number; isError: boolean }, { layout, unit, faults }: Context): number[] {
  const value = parsedLeg(leg.value, RETURN_KINDS[layout.kind].values, rules, unit)
  if (typeof value === 'number') return [value]
  faults.add({ ...leg, ...value })
  return []
}

function parsedLeg(
  text: string,
  values: 'returns' | 'correlations' | 'contributions',
  { limit, isError }: { limit: number; isError: boolean },
  unit: Context['unit'],
): number | Refusal {
  if (values === 'returns') return parseReturn(text, { unit, limit })
  if (values === 'contributions') return parseContribution(text, { unit, limit })
  return isError ? parseRankError(text, unit) : parseCorrelation(text, unit)
}

interface Named {
  code: string
  date: string
  /** null for a kind without parts. */
  part: string | null
}

function append(batch: ReturnBatch, { code, date, part }: Named, values: (number | null)[]): void {
  batch.codes.push(code)
  batch.dates.push(date)
  if (part !== null) batch.parts.push(part)
  for (const [index, value] of values.entries()) batch.legs[index]?.push(value)
}
