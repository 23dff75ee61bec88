import { refuseBomb, refuseBroken } from '@/lib/import/archive-refusal'
import { shiftPoint } from '@/lib/import/decimal-text'
import { readXml } from '@/lib/import/read-xml'
import { SIZE_LIMITS } from '@/lib/import/size-limits'
import type { SourceRow } from '@/lib/import/source-table'
import type { Styles } from '@/lib/import/workbook-parts'

export interface SheetContext extends Styles {
  strings: string[]
  /** Whether days are counted from 1904, as workbooks of old Macs do. */
  is1904: boolean
  /** Cells read so far, of all sheets. */
  cells: number
}

interface OpenCell {
  type: string
  style: number
  value: string
  inline: string
}

const COLUMNS_MAX = 16_384
const DAY_MS = 86_400_000
/** Day 0 of both countings. The first counts a 29th of February 1900 that never was: it holds from March 1900 on. */
const DAY_ZERO = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }
/** The last day that Excel knows is 9999-12-31. */
const DAY_MAX = 2_958_465

/** The rows of a sheet that have any text; cells that it leaves out are empty. Throws ArchiveRefusal. */
export function readSheet(xml: Uint8Array, context: SheetContext): SourceRow[] {
  const rows: SourceRow[] = []
  let row: SourceRow = { line: 0, cells: [] }
  let column = 0
  let cell: OpenCell | null = null
  let element = ''
  readXml(xml, {
    open(name, attributes) {
      element = name
      if (name === 'row') {
        row = { line: positive(attributes.get('r')) ?? row.line + 1, cells: [] }
        column = 0
      }
      if (name !== 'c') return
      column = columnOf(attributes.get('r')) ?? column + 1
      if (column > COLUMNS_MAX) throw refuseBroken()
      cell = { type: attributes.get('t') ?? 'n', style: Number(attributes.get('s') ?? '0'), value: '', inline: '' }
    },
    text(text) {
      if (cell !== null && element === 'v') cell.value += text
      if (cell !== null && element === 't') cell.inline += text
    },
    close(name) {
      element = ''
      if (name === 'c' && cell !== null) {
        context.cells += Math.max(1, column - row.cells.length)
        if (context.cells > SIZE_LIMITS.cells) throw refuseBomb()
        while (row.cells.length < column - 1) row.cells.push('')
        row.cells[column - 1] = textOf(cell, context).trim()
        cell = null
      }
      if (name === 'row' && row.cells.some((text) => text !== '')) rows.push(row)
    },
  })
  return rows
}

function textOf({ type, style, value, inline }: OpenCell, context: SheetContext): string {
  if (type === 's') return sharedString(value, context)
  if (type === 'inlineStr') return inline
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return withoutMidnight(value)
  const number = Number(value)
  if (type !== 'n' || value.trim() === '' || !Number.isFinite(number)) return value
  if (context.isDate[style]) return dateOf(number, context.is1904)
  return context.isPercent[style] ? `${shiftPoint(String(number), 2)}%` : String(number)
}

function sharedString(place: string, { strings }: SheetContext): string {
  const text = strings[Number(place)]
  if (text === undefined) throw refuseBroken()
  return text
}

/** A day number as a date; with its time where it has one, which no date of ours may. */
function dateOf(day: number, is1904: boolean): string {
  if (day < 0 || day > DAY_MAX) return String(day)
  return withoutMidnight(new Date(DAY_ZERO[is1904 ? 1904 : 1900] + Math.round(day * DAY_MS)).toISOString())
}

function withoutMidnight(moment: string): string {
  return moment.replace(/T00:00(:00(\.0+)?)?Z?$/, '')
}

/** "AB12" → 28, from 1; null without a reference. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return null
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}

function positive(text: string | undefined): number | null {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 ? number : null
}
