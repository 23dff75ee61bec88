import { RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import { checkMagnitude } from '@/lib/import/check/check-magnitude'
import { checkRows, type RowLocations } from '@/lib/import/check/check-rows'
import { emptyBatch, type ReturnBatch, type RowKey } from '@/lib/import/check/return-batch'
import type { SeriesCatalogue } from '@/lib/import/check/series-catalogue'
import { reportLevels } from '@/lib/import/layout/find-levels'
import type { Layout } from '@/lib/import/layout/layout'
import { recogniseLayout } from '@/lib/import/layout/recognise-layout'
import { recognisePercent, type Unit } from '@/lib/import/layout/unit'
import type { FaultLog } from '@/lib/import/outcome/fault'
import type { SourceTable } from '@/lib/import/read/source-table'

export interface ReadSettings {
  catalogue: SeriesCatalogue
  /** ISO date after which there can be no return. */
  today: string
  /** The declared unit of returns; null when the file decides. */
  unit: Unit | null
  /** Rows to locate in the file. */
  locate?: readonly RowKey[]
}

/**
 * Turns tables of text into checked values. Returns null when no table has a known layout. With any fault in the log
 * the batch is incomplete and must not be written.
 */
export function readBatch(tables: SourceTable[], settings: ReadSettings, faults: FaultLog): ReturnBatch | null {
  const layouts = tables.flatMap((table, index) => layoutOf(table, index, faults))
  const [first] = layouts
  if (first === undefined) return null
  const batch = emptyBatch(first.layout.kind, RETURN_KINDS[first.layout.kind].legs.length)
  const locations: RowLocations = new Map()
  for (const found of layouts) {
    faults.sheet = found.sheet
    if (found.layout.kind !== batch.kind) reportOtherKind(found.layout, batch, faults)
    else checkTable(found, { batch, locations, settings, faults })
  }
  faults.sheet = null
  batch.located = (settings.locate ?? []).map(({ date, code }) => locations.get(date)?.get(code) ?? null)
  return batch
}

interface FoundLayout {
  sheet: string | null
  /** Index of the table in the file. */
  index: number
  layout: Layout
}

function layoutOf(table: SourceTable, index: number, faults: FaultLog): FoundLayout[] {
  faults.sheet = table.sheet
  const layout = recogniseLayout(table, faults)
  return layout === null ? [] : [{ sheet: table.sheet, index, layout }]
}

interface Reading {
  batch: ReturnBatch
  locations: RowLocations
  settings: ReadSettings
  faults: FaultLog
}

function checkTable({ index, layout }: FoundLayout, { batch, locations, settings, faults }: Reading): void {
  if (reportLevels(layout, faults)) return
  const percent = recognisePercent(layout, settings.unit, faults)
  const unit = percent === null ? 'decimal' : 'percent'
  const table = faults.tables[index]
  // The rows of a tidy table say its kind, and the cells the unit.
  if (table !== undefined) {
    const hasUnit = RETURN_KINDS[layout.kind].values !== 'correlations'
    faults.tables[index] = { ...table, kind: layout.kind, unit: hasUnit ? unit : null }
  }
  const own = emptyBatch(batch.kind, batch.legs.length, percent)
  const before = faults.count
  checkRows(own, { layout, unit, catalogue: settings.catalogue, today: settings.today, locations, faults })
  checkMagnitude(own, faults)
  if (own.codes.length === 0 && layout.rows.length > 0 && faults.count === before) {
    faults.add({ row: layout.line, rule: 'no-values', remedy: 'Write at least one value below the header.' })
  }
  append(batch, own)
}

function append(batch: ReturnBatch, own: ReturnBatch): void {
  batch.percent ??= own.percent
  batch.codes = batch.codes.concat(own.codes)
  batch.dates = batch.dates.concat(own.dates)
  batch.parts = batch.parts.concat(own.parts)
  batch.legs = batch.legs.map((leg, index) => leg.concat(own.legs[index] ?? []))
}

/** Reports a table of another kind: a load has one kind, which its data version records. */
function reportOtherKind({ kind, line }: Layout, batch: ReturnBatch, faults: FaultLog): void {
  const remedy = `Put ${RETURN_KINDS[kind].noun} and ${RETURN_KINDS[batch.kind].noun} columns into separate files.`
  faults.add({ row: line, rule: 'mixed-kinds', remedy })
}
