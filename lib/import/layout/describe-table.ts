import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import type { FoundTable } from '@/lib/import/outcome/found-table'
import { showUnwritable } from '@/lib/import/outcome/unwritable'
import type { SourceTable } from '@/lib/import/read/source-table'
import { sectionOf } from './catalogue-header'
import { readNames } from './column-names'
import { longKindOf } from './find-header'
import { isTidy } from './tidy-layout'
import { joinHeaderRows, wideKindOf } from './wide-layout'

const COLUMNS_MAX = 100
const SAMPLE_ROWS = 3
const TEXT_MAX = 80

/**
 * Describes a table by its header. The kind of a tidy table is in its rows, and the unit in its cells: both are null.
 * @param written the table as the file writes it, if columns of it were given other names
 */
export function describeTable(table: SourceTable, written = table): FoundTable {
  const { header, rows } = joinHeaderRows(table)
  const names = readNames(header.cells)
  const section = sectionOf(table)
  const long = longKindOf(names)
  const kind = long ?? wideKindOf(names)
  const layout = isTidy(names) ? 'tidy' : long !== null ? 'long' : kind !== null ? 'wide' : null
  return {
    sheet: table.sheet === null ? null : showUnwritable(table.sheet),
    kind: section ?? kind,
    layout: section !== null ? 'catalogue' : layout,
    unit: null,
    line: table.header.line,
    rows: rows.length,
    header: shown(written.header.cells),
    sample: written.rows.slice(0, SAMPLE_ROWS).map(({ cells }) => shown(cells)),
  }
}

/** Describes a plain CSV of returns, which is never read row by row. */
export function plainTable(kind: ReturnKind, header: readonly string[], rows: number): FoundTable {
  const unit = RETURN_KINDS[kind].values === 'correlations' ? null : 'decimal'
  return { sheet: null, kind, layout: 'long', unit, line: 1, rows, header: [...header], sample: [] }
}

function shown(cells: readonly string[]): string[] {
  return cells.slice(0, COLUMNS_MAX).map((cell) => showUnwritable(cell.slice(0, TEXT_MAX)))
}
