import { checkDate } from '@/lib/import/check-date'
import type { FaultLog } from '@/lib/import/fault'
import { parseReturn, type Refusal } from '@/lib/import/parse-return'
import type { RecognisedColumns } from '@/lib/import/recognise-columns'
import type { ReturnBatch } from '@/lib/import/return-batch'
import { RETURN_KINDS, type ReturnKind } from '@/lib/import/return-kinds'
import type { SeriesCatalogue } from '@/lib/import/series-catalogue'
import type { SourceRow, SourceTable } from '@/lib/import/source-table'

interface Context {
  columns: RecognisedColumns
  catalogue: SeriesCatalogue
  /** ISO date after which there can be no return. */
  today: string
  faults: FaultLog
}

/** A column's text in one row. */
interface Cell {
  row: number
  column: string
  value: string
}

/** Checks every cell of every row. The batch has the rows without a fault: write it only when the log stayed empty. */
export function checkRows(table: SourceTable, context: Context): ReturnBatch {
  const { columns, faults } = context
  const batch: ReturnBatch = { kind: columns.kind, codes: [], dates: [], legs: columns.legs.map(() => []) }
  const lines = new Map<string, number>()
  for (const row of table.rows) {
    const before = faults.count
    if (!checkWidth(row, context)) continue
    const series = cellOf(row, 'series', columns.series)
    const date = cellOf(row, 'date', columns.date)
    const legs = columns.legs.map(({ column, place }) => cellOf(row, column, place))
    checkSeries(series, context)
    checkDay(date, series, context)
    checkTwin(date, series, lines, faults)
    const returns = legs.flatMap((leg) => readLeg(leg, faults))
    if (faults.count === before) append(batch, series.value, date.value, returns)
  }
  return batch
}

function checkWidth(row: SourceRow, { columns, faults }: Context): boolean {
  if (row.cells.length === columns.width) return true
  const remedy = `Write ${columns.width} cells, as many as in the header; there are ${row.cells.length}.`
  faults.add({ row: row.line, value: row.cells.join(), rule: 'cell-count', remedy })
  return false
}

function cellOf(row: SourceRow, column: string, place: number): Cell {
  const value = row.cells[place]
  if (value === undefined) throw new RangeError(`Line ${row.line} has no cell ${place} for column ${column}.`)
  return { row: row.line, column, value }
}

function checkSeries(series: Cell, { columns: { kind }, catalogue, faults }: Context): void {
  if (catalogue[kind].has(series.value)) return
  faults.add({ ...series, ...refuseSeries(series.value, kind, catalogue) })
}

function refuseSeries(code: string, kind: ReturnKind, catalogue: SeriesCatalogue): Refusal {
  const { noun } = RETURN_KINDS[kind]
  const other: ReturnKind = kind === 'factor_returns' ? 'portfolio_returns' : 'factor_returns'
  if (code === '') return { rule: 'empty-cell', remedy: `Write the code of the ${noun}.` }
  if (catalogue[other].has(code)) {
    return {
      rule: 'other-kind-of-series',
      remedy: `${code} is a ${RETURN_KINDS[other].noun}; this file is of ${noun} returns.`,
    }
  }
  return {
    rule: 'unknown-series',
    remedy: `Correct the code, or add the ${noun} to the catalogue file and load that first.`,
  }
}

function checkDay(date: Cell, series: Cell, { columns, catalogue, today, faults }: Context): void {
  const refusal: Refusal | null =
    date.value === ''
      ? { rule: 'empty-cell', remedy: 'Write the date as YYYY-MM-DD.' }
      : checkDate(date.value, catalogue[columns.kind].get(series.value), today)
  if (refusal !== null) faults.add({ ...date, ...refusal })
}

/** `lines` remembers where each date and series stood first. */
function checkTwin(date: Cell, series: Cell, lines: Map<string, number>, faults: FaultLog): void {
  const key = `${date.value} ${series.value}`
  const first = lines.get(key)
  if (first === undefined) lines.set(key, date.row)
  else
    faults.add({ row: date.row, value: key, rule: 'duplicate-row', remedy: `Keep line ${first} or line ${date.row}.` })
}

function readLeg(leg: Cell, faults: FaultLog): number[] {
  const value = parseReturn(leg.value)
  if (typeof value === 'number') return [value]
  faults.add({ ...leg, ...value })
  return []
}

function append(batch: ReturnBatch, code: string, date: string, returns: number[]): void {
  batch.codes.push(code)
  batch.dates.push(date)
  for (const [index, value] of returns.entries()) batch.legs[index]?.push(value)
}
