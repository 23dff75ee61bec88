import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SchemaElement } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { z } from 'zod'
import type { ExportColumn } from '@/lib/base/export-table'
import { type Cell, cellTypeOf } from './columns'
import type { Endpoint, Row } from './endpoint'

/** Rows of a group. Between two groups other requests are answered. */
const GROUP_ROWS = 10_000

const TYPES: Record<ExportColumn['type'], Pick<SchemaElement, 'type' | 'converted_type'>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  percent: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE' },
}

/**
 * Writes rows as Parquet: texts as UTF-8, dates as dates, fractions and other figures as doubles, missing values as
 * null. The same rows give the same bytes.
 */
export async function writeParquet(
  rows: readonly Row[],
  { row }: Pick<Endpoint, 'row'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const columns = Object.entries(row.shape).map(([name, schema]) => columnOf(name, schema as z.ZodType))
  const writer = new ByteWriter()
  const schema = [{ name: 'root', num_children: columns.length }, ...columns.map(({ element }) => element)]
  const file = new ParquetWriter({ writer, schema, createdBy: 'Factor Weekly' })
  for (let from = 0; from < rows.length; from += GROUP_ROWS) {
    const group = rows.slice(from, from + GROUP_ROWS)
    const columnData = columns.map(({ name, read }) => ({
      name,
      data: group.map((cells) => read(cells[name] ?? null)),
    }))
    await file.write({ columnData, rowGroupSize: GROUP_ROWS })
    await nextTurn()
  }
  await file.finish()
  return new Uint8Array(writer.getBuffer())
}

interface ParquetColumn {
  name: string
  element: SchemaElement
  read: (cell: Cell) => Cell | Date
}

function columnOf(name: string, schema: z.ZodType): ParquetColumn {
  const type = cellTypeOf(schema)
  const stored = schema instanceof z.ZodBoolean ? ({ type: 'BOOLEAN' } as const) : TYPES[type]
  return {
    name,
    element: { name, repetition_type: 'OPTIONAL', ...stored },
    read: (cell) => (type === 'date' && typeof cell === 'string' ? new Date(cell) : cell),
  }
}
