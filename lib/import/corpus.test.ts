/** Every bad file of the corpus is refused for the expected reason, at the expected location. */
import { describe, expect, it } from 'vitest'
import { FaultLog } from '@/lib/import/outcome/fault'
import { readFileContent } from '@/lib/import/parse/read-file'
import { BAD_ARCHIVES } from '@/lib/testing/import/bad-archives'
import { BAD_CELLS } from '@/lib/testing/import/bad-cells'
import type { BadFile } from '@/lib/testing/import/bad-file'
import { BAD_SHEETS } from '@/lib/testing/import/bad-sheets'
import { BAD_TABLES } from '@/lib/testing/import/bad-tables'
import { CORPUS_CATALOGUE, CORPUS_TODAY } from '@/lib/testing/import/corpus-catalogue'

const NOWHERE = { file: 'bad', sheet: null, row: null, column: null, value: null }

it('holds at least 120 files, and none twice', () => {
  const names = [...BAD_CELLS, ...BAD_TABLES, ...BAD_SHEETS, ...BAD_ARCHIVES].map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThan(120)
})

describe('a wrong cell', () => {
  it.each(BAD_CELLS)('$name', expectFaults)
})

describe('a wrong table', () => {
  it.each(BAD_TABLES)('$name', expectFaults)
})

describe('a wrong sheet', () => {
  it.each(BAD_SHEETS)('$name', expectFaults)
})

describe('a wrong archive', () => {
  it.each(BAD_ARCHIVES)('$name', expectFaults)
})

async function expectFaults({ bytes, settings, faults }: BadFile) {
  const log = new FaultLog('bad')
  await readFileContent(
    bytes(),
    { catalogue: CORPUS_CATALOGUE, today: CORPUS_TODAY, unit: null, as: null, ...settings },
    log,
  )
  expect(log.kept.map(({ remedy: _, ...location }) => location)).toEqual(
    faults.map((fault) => ({ ...NOWHERE, ...fault })),
  )
  for (const { remedy } of log.kept) expect(remedy).toMatch(/^\S.*[.?)]$/)
}
