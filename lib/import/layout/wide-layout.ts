/** Wide tables: a row for each date, a column for each series and leg. */

import { KINDS, RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import type { FaultLog } from '@/lib/import/outcome/fault'
import { columnPosition } from '@/lib/import/read/column-position'
import type { SourceRow, SourceTable } from '@/lib/import/read/source-table'
import { legOf, splitSeriesLeg } from './column-names'
import type { ColumnName, LegColumn, PresentLeg, SeriesGroup } from './layout'
import { withoutBlankEnd } from './table-edge'

interface WideHeader {
  line: number
  columns: ColumnName[]
  kind: ReturnKind
  faults: FaultLog
}

interface WideLayout {
  kind: ReturnKind
  date: number
  groups: SeriesGroup[]
}

/** A column of the table that belongs to a series. */
interface NamedLeg extends PresentLeg {
  code: string
  leg: string
}

/**
 * Joins a header of two rows: "skewness" above "long", or "long" above "skewness", becomes "skewness.long". The first
 * row has each of its names once, above those of the second. A third row that only names the date, as pandas writes it,
 * is left out.
 */
export function joinHeaderRows({ header, rows }: SourceTable): { header: SourceRow; rows: SourceRow[] } {
  const [second, third] = rows
  if (second === undefined || !isCorner(header.cells[0])) return { header, rows }
  const below = withoutBlankEnd(second.cells)
  const areBelow = areLegs(below.slice(1))
  if (!areBelow && !areLegsAbove(header.cells, below)) return { header, rows }
  let above = ''
  const cells = below.map((name, index) => {
    above = header.cells[index] || above
    if (index === 0) return 'date'
    return areBelow ? `${above}.${name}` : `${name}.${above}`
  })
  const isIndexName = isDateName(third?.cells[0]) && third?.cells.slice(1).every((cell) => cell === '')
  return { header: { line: header.line, cells }, rows: rows.slice(isIndexName ? 2 : 1) }
}

function areLegs(cells: string[]): boolean {
  return cells.length > 0 && cells.every((cell) => legOf(cell) !== null)
}

function areLegsAbove([, first, ...rest]: string[], [corner, ...codes]: string[]): boolean {
  return (
    first !== undefined &&
    areLegs([first, ...rest.filter((cell) => cell !== '')]) &&
    isCorner(corner) &&
    codes.length > 0 &&
    codes.every((code) => code !== '' && legOf(code) === null && !Number.isFinite(Number(code)))
  )
}

function isCorner(cell: string | undefined): boolean {
  return ['', 'date', 'series', 'leg', '日期', '因子', '组合'].includes((cell ?? '').toLowerCase())
}

function isDateName(cell: string | undefined): boolean {
  return ['date', '日期'].includes((cell ?? '').toLowerCase())
}

/** Returns the kind of a wide table with these columns; null when no column has a series and a leg of one kind only. */
export function wideKindOf(columns: ColumnName[]): ReturnKind | null {
  const legs = columns.flatMap(readLeg)
  return KINDS.find((kind) => legs.some(({ leg }) => RETURN_KINDS[kind].own.includes(leg))) ?? null
}

/** Recognises the columns of a wide table. Returns null with faults when some are wrong. */
export function recogniseWide({ line, columns, kind, faults }: WideHeader): WideLayout | null {
  const date = columns.findIndex(({ name }) => name.toLowerCase() === 'date')
  const legs = columns.flatMap(readLeg)
  const before = faults.count
  if (date === -1) {
    faults.add({ row: line, column: 'date', rule: 'missing-column', remedy: 'Add it, as the first column.' })
  }
  reportUnknownColumns({ line, columns, kind, faults }, legs, date)
  const groups = groupLegs(legs, kind, line, faults)
  return faults.count > before ? null : { kind, date, groups }
}

function readLeg({ name, isPercent }: ColumnName, columnIndex: number): NamedLeg[] {
  const found = splitSeriesLeg(name)
  return found === null ? [] : [{ column: name, columnIndex, isPercent, ...found }]
}

function reportUnknownColumns({ line, columns, kind, faults }: WideHeader, legs: NamedLeg[], date: number): void {
  const known = new Set(RETURN_KINDS[kind].legs.map(({ column }) => column))
  const expected = [...known].map((leg) => `series.${leg}`).join(', ')
  for (const [index, { name }] of columns.entries()) {
    if (index === date) continue
    const leg = legs.find((candidate) => candidate.columnIndex === index)
    if (leg === undefined || !known.has(leg.leg)) {
      faults.add({
        row: line,
        column: name || columnPosition(index),
        rule: 'unknown-column',
        remedy: `Remove it; the columns are date, ${expected}.`,
      })
    } else if (legs.some((other) => other.columnIndex < index && other.code === leg.code && other.leg === leg.leg)) {
      faults.add({ row: line, column: name, rule: 'duplicate-column', remedy: 'Keep one of the two.' })
    }
  }
}

function groupLegs(legs: NamedLeg[], kind: ReturnKind, row: number, faults: FaultLog): SeriesGroup[] {
  const codes = [...new Set(legs.map(({ code }) => code))]
  const byColumn = new Map(legs.map((leg) => [`${leg.code}.${leg.leg}`, leg]))
  return codes.map((code) => ({
    series: { code },
    legs: RETURN_KINDS[kind].legs.flatMap(({ column, isOptional = false }): LegColumn[] => {
      const leg = byColumn.get(`${code}.${column}`)
      if (leg === undefined) {
        if (isOptional) return [{ column: `${code}.${column}`, columnIndex: null, isPercent: false }]
        const remedy = `Add it, beside the other columns of ${code}.`
        faults.add({ row, column: `${code}.${column}`, rule: 'missing-column', remedy })
        return []
      }
      return [{ column: leg.column, columnIndex: leg.columnIndex, isPercent: leg.isPercent }]
    }),
  }))
}
