/** The types of cells in answers. The OpenAPI document shows their descriptions. */
import { z } from 'zod'
import type { ExportColumn } from '@/lib/base/export-table'

export type Cell = string | number | boolean | null

/** Metadata key of a schema for the cell type of a spreadsheet. */
const CELL_TYPE = 'x-cell'

const typed = (type: ExportColumn['type'], description: string) => ({ description, [CELL_TYPE]: type })

export const text = (description: string) => z.string().meta(typed('text', description))
export const optionalText = (description: string) => z.string().nullable().meta(typed('text', description))
export const isoDate = (description: string) => z.iso.date().meta(typed('date', description))
export const optionalDate = (description: string) => z.iso.date().nullable().meta(typed('date', description))
export const instant = (description: string) => z.iso.datetime().meta(typed('text', description))
export const count = (description: string) => z.number().int().meta(typed('integer', description))
export const optionalCount = (description: string) => z.number().int().nullable().meta(typed('integer', description))
export const truth = (description: string) => z.boolean().meta(typed('text', description))
export const number = (description: string) => z.number().meta(typed('number', description))
/** A dimensionless figure; null when undefined. */
export const ratio = (description: string) => z.number().nullable().meta(typed('number', description))
/** A return or another decimal fraction (0.0109 is 1.09 %); null when a day is missing. */
export const fraction = (description: string) => z.number().nullable().meta(typed('percent', description))

/** Returns the cell type of a column in a spreadsheet. */
export function cellTypeOf(column: z.ZodType): ExportColumn['type'] {
  const type = column.meta()?.[CELL_TYPE]
  return CELL_TYPES.find((known) => known === type) ?? 'text'
}

const CELL_TYPES = ['text', 'integer', 'number', 'percent', 'date'] as const
