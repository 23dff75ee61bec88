/** The check of whole columns and the check row by row give the same verdict and the same values. */
import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { columnsOf, KINDS, RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { plainColumns } from '@/lib/import/layout/plain-columns'
import { plainKindOf } from '@/lib/import/layout/plain-csv'
import { FaultLog } from '@/lib/import/outcome/fault'
import { type FileSettings, readFileContent } from '@/lib/import/parse/read-file'
import { stagePlain } from '@/lib/import/write/stage-plain'
import { emptyStore } from '@/lib/testing/database/test-store'
import { BAD_ARCHIVES } from '@/lib/testing/import/bad-archives'
import { BAD_CELLS } from '@/lib/testing/import/bad-cells'
import { BAD_TABLES } from '@/lib/testing/import/bad-tables'
import { CORPUS_CATALOGUE, CORPUS_TODAY } from '@/lib/testing/import/corpus-catalogue'
import { sizeOfRun } from '@/lib/testing/run/run-mode'

const SETTINGS: FileSettings = { catalogue: CORPUS_CATALOGUE, today: CORPUS_TODAY, unit: null, as: null }

const store = emptyStore()
let client: Client

beforeAll(async () => {
  client = new Client({ connectionString: store.url })
  await client.connect()
})

afterAll(() => client.end())

/** Returns the values as text by date and series, 'refused' by SQL, or null for a file whose columns cannot be read. */
async function shortVerdict(bytes: Uint8Array): Promise<string[] | 'refused' | null> {
  const kind = plainKindOf(bytes)
  if (kind === null || (await plainColumns(bytes, RETURN_KINDS[kind].legs.length)) === null) return null
  await client.query('begin')
  const staged = await stagePlain(client, bytes, SETTINGS)
  const values = staged === null ? 'refused' : await stagedRows(staged)
  await client.query('rollback')
  return values
}

async function stagedRows(kind: ReturnKind): Promise<string[]> {
  const legs = RETURN_KINDS[kind].legs.map(({ stored }) => `${stored} + 0::float8`)
  const { rows } = await client.query({ text: `select date::text, code, ${legs.join()} from staged`, rowMode: 'array' })
  const parsed = z.array(z.array(z.union([z.string(), z.number()]))).parse(rows)
  return parsed.map((row) => row.join()).sort()
}

async function longVerdict(bytes: Uint8Array): Promise<string[] | 'refused'> {
  const faults = new FaultLog('file')
  const content = await readFileContent(bytes, SETTINGS, faults)
  if (faults.count > 0 || content?.type !== 'returns') return 'refused'
  const { codes, dates, legs } = content.batch
  return codes.map((code, at) => [dates[at], code, ...legs.map((leg) => leg[at])].join()).sort()
}

// corpus.test.ts shows that the check row by row refuses each of them.
describe('the corpus of bad files', () => {
  it('has no file that the check in SQL accepts, and some that it reads', async () => {
    const checkedInSql: string[] = []
    const files = [...BAD_CELLS, ...BAD_TABLES, ...BAD_ARCHIVES].filter(({ settings }) => settings === undefined)
    for (const { name, bytes } of files) {
      const verdict = await shortVerdict(bytes())
      expect(verdict === null || verdict === 'refused', name).toBe(true)
      if (verdict !== null) checkedInSql.push(name)
    }
    expect(checkedInSql.length).toBeGreaterThan(5)
  })
})

/** Mostly valid, so that some tables of several rows are valid. */
const mostly = (good: string[], bad: string[]) =>
  fc.oneof({ weight: 60, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: fc.constantFrom(...bad) })

const date = mostly(
  ['2024-08-26', '2024-08-27', '2024-08-28', '2024-08-29', '2024-08-30', '2017-01-03', '2017-01-04', '2017-01-05'],
  ['2024-08-31', '2024-08-25', '2016-12-30', '2013-12-31', '2024-02-30', '9999-12-31'],
)
const factor = mostly(['skewness', 'network', 'momentum.v2'], ['enhanced', 'Skewness', 'other'])
const portfolio = mostly(['enhanced'], ['skewness', 'other'])
const index = mostly(['000300.SH'], ['skewness', '000300'])
const CODES = { factors: factor, portfolios: portfolio, indices: index }
const number = fc.oneof(
  { weight: 20, arbitrary: fc.double({ min: -0.05, max: 0.05, noNaN: true }).map(String) },
  {
    weight: 10,
    arbitrary: fc.constantFrom('0', '-0.0', '+.25', '0.5', '-.5', '5e-324', '0.1234567890123456789', '1.E-3', '07e-2'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('0.51', '-1', '-0.999', '2.9', '3.1', '1', '1e999', '-1e-999', '1e400', '1e300', '12'),
  },
)

function tableOf(kind: ReturnKind) {
  const code = CODES[RETURN_KINDS[kind].section]
  const row = fc.tuple(date, code, ...RETURN_KINDS[kind].legs.map(() => number))
  return fc.tuple(fc.array(row, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n')).map(([rows, end]) => {
    const lines = [columnsOf(kind), ...rows].map((cells) => cells.join())
    return new TextEncoder().encode(lines.join(end) + end)
  })
}

/** Kinds that COPY can read: parts of rows are read one by one. */
const PLAIN_KINDS = KINDS.filter((kind) => !RETURN_KINDS[kind].parts)

describe.each(PLAIN_KINDS)('any plain file of %s', (kind) => {
  it('is accepted by both checks with the same values, or refused by both', async () => {
    const seen = { taken: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(tableOf(kind), async (bytes) => {
        const long = await longVerdict(bytes)
        expect((await shortVerdict(bytes)) ?? 'refused').toEqual(long)
        seen[long === 'refused' ? 'refused' : 'taken'] += 1
      }),
      { numRuns: sizeOfRun({ usual: 60, long: 1_000 }) },
    )
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(5)
  })
})
