/** The files of csv-spectrum, each with its content as JSON. */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { FaultLog } from '@/lib/import/outcome/fault'
import { readCsv } from '@/lib/import/read/read-csv'

const folder = dirname(createRequire(import.meta.url).resolve('csv-spectrum/package.json'))
const names = readdirSync(join(folder, 'csvs')).map((file) => file.slice(0, -'.csv'.length))
const records = z.union([
  z.array(z.record(z.string(), z.string())),
  z.record(z.string(), z.string()).transform((one) => [one]),
])

/** It has quotation marks inside unquoted cells, which neither RFC 4180 nor PostgreSQL allows. */
const LOOSE = 'location_coordinates'

it.each(names.filter((name) => name !== LOOSE))('%s', (name) => {
  const faults = new FaultLog(name)
  const [header, ...rows] = readCsv(readFileSync(join(folder, 'csvs', `${name}.csv`)), faults) ?? []
  const expected = records.parse(JSON.parse(readFileSync(join(folder, 'json', `${name}.json`), 'utf8')))
  const found = rows.map(({ cells }) =>
    Object.fromEntries(header?.cells.map((column, at) => [column, cells[at]]) ?? []),
  )
  expect(faults.kept).toEqual([])
  expect(withLineFeeds(found)).toEqual(withLineFeeds(expected))
})

it(`${LOOSE}, refused`, () => {
  const faults = new FaultLog(LOOSE)
  readCsv(readFileSync(join(folder, 'csvs', `${LOOSE}.csv`)), faults)
  expect(faults.kept).toMatchObject([{ rule: 'malformed-csv', row: 2 }])
})

/** Converts a table for comparison: the reader keeps line ends, where the JSON has line feeds, and trims cells. */
function withLineFeeds(table: Record<string, string | undefined>[]): unknown {
  return JSON.parse(JSON.stringify(table).replaceAll('\\r\\n', '\\n').replaceAll(' \\n', '\\n'))
}
