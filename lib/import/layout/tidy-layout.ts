/** Tidy tables: a row for each date, series and leg, with one column of values. */

import { columnsOf, KINDS, RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import type { FaultLog } from '@/lib/import/outcome/fault'
import { columnPosition } from '@/lib/import/read/column-position'
import type { SourceRow } from '@/lib/import/read/source-table'
import { legOf, type SeriesLeg, splitSeriesLeg } from './column-names'
import type { ColumnName, Layout } from './layout'
import { isSummary, SUMMARY_REFUSAL } from './parse-date'
import { isMissing } from './written-number'

/** Names of the column of legs; `variable` is what pandas writes. */
const LEG_NAMES = ['leg', 'variable', 'side', '方向', '多空']
const VALUE_NAMES = ['value', 'return', 'returns', 'ret', '收益', '收益率', '日收益率', '数值', '值']

interface TidyColumns {
  date: number
  /** -1 when the legs contain the series: "skewness.long". */
  series: number
  leg: number
  value: number
}

/** Returns whether the columns are those of a tidy table: one names the leg, one holds the value. */
export function isTidy(columns: ColumnName[]): boolean {
  const { leg, value } = findColumns(columns)
  return leg !== -1 && value !== -1 && columns.every(({ name }, index) => index === value || legOf(name) === null)
}

function findColumns(columns: ColumnName[]): TidyColumns {
  const names = columns.map(({ name }) => name.toLowerCase())
  const indexOf = (...wanted: string[]) => names.findIndex((name) => wanted.includes(name))
  return {
    date: indexOf('date'),
    series: indexOf('series'),
    leg: indexOf(...LEG_NAMES),
    value: indexOf(...VALUE_NAMES),
  }
}

interface Tidy {
  header: SourceRow
  columns: ColumnName[]
  rows: SourceRow[]
  faults: FaultLog
}

/** The line of a leg that no line has had so far. */
const NOT_PLACED = 0

/** The cells of one series on one day, and their lines. */
interface Day extends Required<SourceRow> {
  hasValue: boolean
}

/** Turns a tidy table into a long one whose cells keep their lines. Returns null with faults when columns are wrong. */
export function recogniseTidy({ header, columns, rows, faults }: Tidy): Layout | null {
  const at = findColumns(columns)
  const before = faults.count
  reportColumns(columns, at, header.line, faults)
  if (faults.count > before) return null
  const legs = rows.map(({ cells }) => legIn(cells, at))
  const kind = KINDS.find((candidate) => legs.some((one) => one && RETURN_KINDS[candidate].own.includes(one.leg)))
  const names = RETURN_KINDS[kind ?? 'factor_returns'].legs.map(({ column }) => column)
  const days = new Map<string, Day>()
  for (const [index, row] of rows.entries()) {
    placeValue(row, legs[index] ?? null, { at, names, width: columns.length, days, faults })
  }
  if (kind === undefined) return null
  for (const day of days.values()) reportMissingLegs(day, kind, faults)
  const column = columns[at.value]?.written ?? 'value'
  const isPercent = columns[at.value]?.isPercent ?? false
  return {
    kind,
    line: header.line,
    width: columnsOf(kind).length,
    date: 0,
    parts: [],
    groups: [
      {
        series: { columnIndex: 1 },
        legs: names.map((_, index) => ({ column, columnIndex: index + 2, isPercent })),
      },
    ],
    rows: [...days.values()].filter(({ hasValue }) => hasValue),
  }
}

function reportColumns(columns: ColumnName[], at: TidyColumns, row: number, faults: FaultLog): void {
  if (at.date === -1) {
    faults.add({
      row,
      column: 'date',
      rule: 'missing-column',
      remedy: 'Add it; the columns are date, series, leg, value.',
    })
  }
  const used = Object.values(at)
  for (const [index, { written }] of columns.entries()) {
    if (used.includes(index)) continue
    const remedy = 'Remove it; the columns are date, series, leg, value.'
    faults.add({ row, column: written || columnPosition(index), rule: 'unknown-column', remedy })
  }
}

function legIn(cells: string[], { series, leg }: TidyColumns): SeriesLeg | null {
  const text = cells[leg] ?? ''
  if (series === -1) return splitSeriesLeg(text)
  const name = legOf(text)
  return name === null ? null : { code: cells[series] ?? '', leg: name }
}

interface Pivot {
  at: TidyColumns
  /** The legs of the kind. */
  names: string[]
  width: number
  /** By date and series. */
  days: Map<string, Day>
  faults: FaultLog
}

function placeValue(
  { line, cells }: SourceRow,
  leg: SeriesLeg | null,
  { at, names, width, days, faults }: Pivot,
): void {
  if (cells.length > width || (faults.sheet === null && cells.length < width)) {
    const remedy = `Write ${width} cells, as many as in the header; there are ${cells.length}.`
    faults.add({ row: line, value: cells.join(), rule: 'cell-count', remedy })
    return
  }
  const date = cells[at.date] ?? ''
  const summary = [date, cells[at.series] ?? '', cells[at.leg] ?? ''].find(isSummary)
  if (summary !== undefined) {
    faults.add({ row: line, value: summary, ...SUMMARY_REFUSAL })
    return
  }
  const index = leg === null ? -1 : names.indexOf(leg.leg)
  if (leg === null || index === -1) {
    const example = at.series === -1 ? names.map((name) => `skewness.${name}`) : names
    const remedy = `Write one of ${example.join(', ')}.`
    faults.add({ row: line, column: 'leg', value: cells[at.leg] ?? '', rule: 'unknown-leg', remedy })
    return
  }
  const key = `${date}\n${leg.code}`
  const day = days.get(key) ?? emptyDay(line, [date, leg.code], names.length)
  days.set(key, day)
  const earlier = day.cellLines[index + 2]
  if (earlier !== undefined && earlier !== NOT_PLACED) {
    const remedy = `Keep line ${earlier} or line ${line}.`
    faults.add({ row: line, value: `${date} ${leg.code} ${leg.leg}`, rule: 'duplicate-row', remedy })
    return
  }
  const value = cells[at.value] ?? ''
  day.cells[index + 2] = value
  day.cellLines[index + 2] = line
  if (!isMissing(value)) day.hasValue = true
}

function emptyDay(line: number, keys: string[], legs: number): Day {
  const none = Array.from({ length: legs })
  return {
    line,
    cells: [...keys, ...none.map(() => '')],
    cellLines: [line, line, ...none.map(() => NOT_PLACED)],
    hasValue: false,
  }
}

/** Reports legs without a line. A day whose values are all missing is left out, as in a wide table. */
function reportMissingLegs({ line, cells, cellLines, hasValue }: Day, kind: ReturnKind, faults: FaultLog): void {
  const [date, code] = cells
  if (!hasValue) return
  for (const [index, { column, isOptional }] of RETURN_KINDS[kind].legs.entries()) {
    if (cellLines[index + 2] !== NOT_PLACED || isOptional) continue
    const remedy = `Add a row with the leg ${column} of ${code} on ${date}.`
    faults.add({ row: line, column: 'leg', value: column, rule: 'leg-missing', remedy })
  }
}
