/** The catalogue as tables: one for each section, with the fields of the schema as columns. */

import {
  CATALOGUE_FIELDS,
  type CatalogueSection,
  type Field,
  SECTIONS,
  sectionsWith,
} from '@/lib/catalogue/catalogue-fields'
import type { FaultLog } from '@/lib/import/outcome/fault'
import { columnPosition } from '@/lib/import/read/column-position'
import { shiftPoint } from '@/lib/import/read/decimal-text'
import type { SourceRow, SourceTable } from '@/lib/import/read/source-table'
import { plainName, sectionOf } from './catalogue-header'
import { remedyForHeader } from './find-header'
import { isoDateOf } from './parse-date'
import { cutAtEdge } from './table-edge'

/** Rows by section, not yet checked against the schema. */
export type CatalogueRows = Record<CatalogueSection, Record<string, unknown>[]>

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*%?$/i

/**
 * Turns tables into the content of a catalogue file, and records the location of each row in the log.
 * @param as the declared section; null when the columns decide
 * @returns null with faults when columns are wrong
 */
export function readCatalogueTables(
  tables: SourceTable[],
  as: CatalogueSection | null,
  faults: FaultLog,
): CatalogueRows | null {
  const content = sectionsWith((): Record<string, unknown>[] => [])
  const before = faults.count
  for (const table of tables) {
    faults.sheet = table.sheet
    const section = as ?? sectionOf(table)
    if (section === null) {
      const names = `Name the columns as the fields of one of ${SECTIONS.join(', ')}.`
      const remedy = remedyForHeader(table, names)
      faults.add({ row: table.header.line, value: table.header.cells.join(), rule: 'unknown-layout', remedy })
      continue
    }
    const { header, rows } = cutAtEdge(table, faults)
    const fields = recogniseFields(header, section, faults)
    for (const row of rows) {
      content[section].push(readRow(row, fields, faults))
      faults.locations[section].push({ sheet: table.sheet, row: row.line })
    }
  }
  faults.sheet = null
  return faults.count > before ? null : content
}

/** Returns the field of each column; null for an unknown column. */
function recogniseFields(header: SourceRow, section: CatalogueSection, faults: FaultLog): (Field | null)[] {
  const known = CATALOGUE_FIELDS[section]
  const fields = header.cells.map((cell) => known.find(({ name }) => plainName(name) === plainName(cell)) ?? null)
  for (const [index, field] of fields.entries()) {
    const column = header.cells[index] || columnPosition(index)
    const list = known.map(({ name }) => name).join(', ')
    if (field === null) {
      const remedy = `Remove it; the columns of ${section} are ${list}.`
      faults.add({ row: header.line, column, rule: 'unknown-column', remedy })
    } else if (fields.indexOf(field) < index) {
      faults.add({ row: header.line, column, rule: 'duplicate-column', remedy: 'Keep one of the two.' })
    }
  }
  for (const field of known) {
    if (fields.includes(field) || field.mayBeAbsent) continue
    // A missing column would erase the values that the store has.
    const remedy = field.isOptional ? 'Add it; its cells may be empty.' : `Add it; ${section} need it.`
    faults.add({ row: header.line, column: field.name, rule: 'missing-column', remedy })
  }
  return fields
}

function readRow({ line, cells }: SourceRow, fields: (Field | null)[], faults: FaultLog): Record<string, unknown> {
  if (cells.length > fields.length || (faults.sheet === null && cells.length < fields.length)) {
    const remedy = `Write ${fields.length} cells, as many as in the header; there are ${cells.length}.`
    faults.add({ row: line, rule: 'cell-count', remedy })
  }
  const pairs = fields.flatMap((field, index) =>
    field === null ? [] : [[field.name, readCell(cells[index] ?? '', field)] as const],
  )
  return Object.fromEntries(pairs)
}

/** Reads a cell as the type of its field. An unreadable cell stays text; the schema then refuses the field by name. */
function readCell(cell: string, { type, isOptional }: Field): unknown {
  if (type === 'list' && cell.startsWith('[')) return parseJson(cell)
  if (type === 'list')
    return cell
      .split(/[;；、]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
  if (type === 'json') return cell === '' ? [] : parseJson(cell)
  if (type === 'boolean') return booleanOf(cell)
  if (cell === '' && isOptional) return null
  if (type === 'date') return isoDateOf(cell) ?? cell
  if (type !== 'number' || !NUMBER.test(cell)) return cell
  return Number(cell.endsWith('%') ? shiftPoint(cell.slice(0, -1).trim(), -2) : cell)
}

/** Returns whether a cell says true; an empty one says false, as in spreadsheets. Any other text stays as it is. */
function booleanOf(cell: string): boolean | string {
  if (/^true$/i.test(cell)) return true
  return cell === '' || /^false$/i.test(cell) ? false : cell
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}
