import type { FoundFault } from '@/lib/import/outcome/fault'
import { refuseBomb, refuseBroken } from './archive-refusal'
import { columnPosition } from './column-position'
import { shiftPoint } from './decimal-text'
import { readXml } from './read-xml'
import { SIZE_LIMITS } from './size-limits'
import type { SourceRow } from './source-table'
import type { Styles } from './workbook-parts'
import { decodeWorkbookText } from './workbook-text'

export interface SheetContext extends Styles {
  strings: string[]
  /** Whether days are counted from 1904, as in workbooks of old Macs. */
  is1904: boolean
  /** Cells read so far, of all sheets. */
  cells: number
  /** Whether the program that wrote the workbook asks Excel to work out all formulas, since it did not do so itself. */
  isUncomputed: boolean
}

export interface SheetContent {
  /** Rows with any text, in order. Missing cells are empty; empty cells at the end of a row are left out. */
  rows: SourceRow[]
  /** Faults of cells whose text is unknown. */
  faults: FoundFault[]
}

interface OpenCell {
  type: string
  style: number
  value: string
  inline: string
  /** null in a cell without a formula. */
  formula: string | null
  hasValue: boolean
}

const COLUMNS_MAX = 16_384
const DAY_MS = 86_400_000
/**
 * Day 0 of both date systems. The first counts 29 February 1900, which never existed: it is correct from March 1900.
 */
const DAY_ZERO = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }
/** 9999-12-31, the last day of Excel. */
const DAY_MAX = 2_958_465

/** Reads the rows of a sheet. Throws ArchiveRefusal. */
export function readSheet(xml: Uint8Array, context: SheetContext): SheetContent {
  const content: SheetContent = { rows: [], faults: [] }
  let row: SourceRow = { line: 0, cells: [] }
  let column = 0
  let cell: OpenCell | null = null
  let element = ''
  const hidden = new HiddenParts()
  const formulas = new FormulaValues()
  readXml(xml, {
    open(name, attributes) {
      element = name
      if (name === 'row') {
        row = { line: positive(attributes.get('r')) ?? row.line + 1, cells: [] }
        column = 0
        hidden.openRow(attributes)
      }
      if (name === 'col') hidden.addColumns(attributes)
      if (name === 'f' && cell !== null) cell.formula = ''
      if (name === 'v' && cell !== null) cell.hasValue = true
      if (name !== 'c') return
      column = columnOf(attributes.get('r')) ?? column + 1
      if (column > COLUMNS_MAX) throw refuseBroken()
      cell = openCell(attributes)
    },
    text(text) {
      if (cell !== null && element === 'v') cell.value += text
      if (cell !== null && element === 't') cell.inline += text
      if (cell !== null && element === 'f') cell.formula += text
    },
    close(name) {
      element = ''
      if (name === 'c' && cell !== null) {
        context.cells += Math.max(1, column - row.cells.length)
        if (context.cells > SIZE_LIMITS.cells) throw refuseBomb()
        while (row.cells.length < column - 1) row.cells.push('')
        row.cells[column - 1] = textOf(cell, context).trim()
        if (lacksValue(cell)) content.faults.push(refuseFormula(row.line, column, cell))
        else formulas.add(row.line, column, cell)
        cell = null
      }
      if (name !== 'row') return
      while (row.cells.at(-1) === '') row.cells.pop()
      if (row.cells.length > 0) content.rows.push(row)
      hidden.closeRow(row)
    },
  })
  content.faults.push(...formulas.faults(context.isUncomputed), ...hidden.faults())
  return content
}

/** Collects the rows and columns with text that the workbook hides. */
class HiddenParts {
  readonly #rows: { from: number; to: number }[] = []
  readonly #columns: { from: number; to: number }[] = []
  readonly #used = new Set<number>()
  #isHidden = false

  openRow(attributes: ReadonlyMap<string, string>): void {
    this.#isHidden = isTrue(attributes.get('hidden'))
  }

  addColumns(attributes: ReadonlyMap<string, string>): void {
    const [from, to] = [positive(attributes.get('min')), positive(attributes.get('max'))]
    if (isTrue(attributes.get('hidden')) && from !== null && to !== null) this.#columns.push({ from, to })
  }

  closeRow({ line, cells }: SourceRow): void {
    for (const { from, to } of this.#columns) {
      for (let column = from; column <= Math.min(to, cells.length); column += 1) {
        if (cells[column - 1]) this.#used.add(column)
      }
    }
    if (!this.#isHidden || cells.length === 0) return
    const last = this.#rows.at(-1)
    if (last?.to === line - 1) last.to = line
    else this.#rows.push({ from: line, to: line })
  }

  faults(): FoundFault[] {
    const rows = this.#rows.map(({ from, to }) => {
      const which = from === to ? `Row ${from} is` : `Rows ${from} to ${to} are`
      return {
        row: from,
        rule: 'hidden' as const,
        remedy: `${which} hidden. Show in Excel what is to be loaded, and delete what is not.`,
      }
    })
    const columns = [...this.#used].map((column) => {
      const name = columnPosition(column - 1)
      const remedy = `${name} is hidden: show it in Excel to load it, or delete it.`.replace(/^c/, 'C')
      return { column: name, rule: 'hidden' as const, remedy }
    })
    return [...rows, ...columns]
  }
}

/** With this many formulas, all of them zero, in a workbook that does not say that it is not worked out. */
const ZERO_FORMULAS_MIN = 5

/** Finds formulas that no program has worked out, and whose value is written as 0: all in their column are zero. */
class FormulaValues {
  readonly #zeros = new Map<number, { row: number; cell: OpenCell }[]>()
  readonly #others = new Set<number>()

  add(row: number, column: number, cell: OpenCell): void {
    if (cell.formula === null) return
    if (cell.type !== 'n' || Number(cell.value) !== 0) {
      this.#others.add(column)
      this.#zeros.delete(column)
    } else if (!this.#others.has(column)) {
      const zeros = this.#zeros.get(column) ?? []
      zeros.push({ row, cell })
      this.#zeros.set(column, zeros)
    }
  }

  faults(isUncomputed: boolean): FoundFault[] {
    const least = isUncomputed ? 1 : ZERO_FORMULAS_MIN
    return [...this.#zeros].flatMap(([column, cells]) =>
      cells.length < least ? [] : cells.map(({ row, cell }) => refuseFormula(row, column, cell)),
    )
  }
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true'
}

function openCell(attributes: ReadonlyMap<string, string>): OpenCell {
  const [type, style] = [attributes.get('t') ?? 'n', Number(attributes.get('s') ?? '0')]
  return { type, style, value: '', inline: '', formula: null, hasValue: false }
}

/** Returns whether a formula has no value: some programs write formulas without results. An empty text is a value. */
function lacksValue({ type, value, formula, hasValue }: OpenCell): boolean {
  return formula !== null && (type === 'str' ? !hasValue : value.trim() === '')
}

function refuseFormula(row: number, column: number, { formula }: OpenCell): FoundFault {
  return {
    row,
    column: columnPosition(column - 1),
    value: formula === '' ? null : `=${formula}`,
    rule: 'formula-without-value',
    remedy: 'Open the workbook in Excel and save it, so that it holds the values of its formulas.',
  }
}

function textOf({ type, style, value, inline }: OpenCell, context: SheetContext): string {
  if (type === 's') return sharedString(value, context)
  if (type === 'inlineStr') return decodeWorkbookText(inline)
  if (type === 'str') return decodeWorkbookText(value)
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return withoutMidnight(value)
  const number = Number(value)
  if (type !== 'n' || value.trim() === '' || !Number.isFinite(number)) return value
  if (context.isDate[style]) return dateOf(number, context.is1904)
  return context.isPercent[style] ? `${shiftPoint(String(number), 2)}%` : `${number}${context.unit[style] ?? ''}`
}

function sharedString(index: string, { strings }: SheetContext): string {
  const text = strings[Number(index)]
  if (text === undefined) throw refuseBroken()
  return text
}

/** Writes a day number as a date. A time of day is kept, so that it is then refused. */
function dateOf(day: number, is1904: boolean): string {
  if (day < 0 || day > DAY_MAX) return String(day)
  return withoutMidnight(new Date(DAY_ZERO[is1904 ? 1904 : 1900] + Math.round(day * DAY_MS)).toISOString())
}

function withoutMidnight(moment: string): string {
  return moment.replace(/T00:00(:00(\.0+)?)?Z?$/, '')
}

/** Returns the column of a reference, from 1: "AB12" → 28. Returns null without a reference. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0]
  if (letters === undefined) return null
  return Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}

function positive(text: string | undefined): number | null {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 ? number : null
}
