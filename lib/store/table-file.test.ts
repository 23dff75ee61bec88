import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FaultLog } from '@/lib/import/outcome/fault'
import { readTables } from '@/lib/import/parse/read-tables'
import { makeSampleFolder, type SampleFolder } from '@/lib/testing/import/sample-files'
import type { StoreCell, StoreColumn } from './store-table'
import { createTableFile, TABLE_FORMATS } from './table-file'

const COLUMNS: StoreColumn[] = [
  { name: 'date', type: 'date' },
  { name: 'text', type: 'text' },
  { name: 'number', type: 'number' },
]

let folder: SampleFolder
let directory: string

beforeAll(async () => {
  folder = await makeSampleFolder()
  directory = dirname(await folder.write('here', ''))
})

afterAll(() => folder.remove())

const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2050-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))
const text = fc.oneof(fc.constantFrom('a,b', 'say "no"', '二；三', 'tab\there', 'line\nend', '[1]'), fc.string())
const number = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0))
const row = fc.tuple(
  date,
  text.map((own) => own.trim()),
  number,
)

it.each(TABLE_FORMATS)('a table written as %s is read back bit for bit', async (format) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(row, { minLength: 1 }), { minLength: 1, maxLength: 4 }), async (pieces) => {
      const path = join(directory, `table.${format}`)
      const file = await createTableFile(path, format, COLUMNS)
      for (const piece of pieces) await file.add(piece)
      await file.close()
      const faults = new FaultLog('table')
      const [table] = (await readTables(new Uint8Array(await readFile(path)), faults)) ?? []
      expect(faults.kept).toEqual([])
      expect(table?.header.cells).toEqual(['date', 'text', 'number'])
      const numbers = table?.rows.map(({ cells: [day, own, value] }): StoreCell[] => [
        day ?? '',
        own ?? '',
        value === '' || value === undefined ? null : Number(value),
      ])
      expect(numbers).toEqual(pieces.flat().map(([day, own, value]) => [day, own, value === 0 ? 0 : value]))
    }),
    { numRuns: 40 },
  )
})
