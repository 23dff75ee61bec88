/** Parquet and the manifest, held against JSON. */
import { createHash } from 'node:crypto'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { emptyStore } from '@/lib/testing/database/test-store'
import {
  contributionsCsv,
  factorCsv,
  portfolioCsv,
  SAMPLE_CATALOGUE,
  SAMPLE_COMPONENTS,
} from '@/lib/testing/import/sample-files'
import { answerApi } from './answer-api'
import { count } from './columns'
import { ENDPOINTS } from './endpoints/all'
import { writeParquet } from './write-parquet'

const store = emptyStore()

const FACTORS = [
  '2023-12-29,skewness,0.01,-0.02,0.003',
  '2024-01-02,skewness,0.010000000000000002,-0.1,0.25',
  '2024-01-03,network,-0.5,1e-17,0',
]

beforeAll(async () => {
  await store.loadCatalogue({ ...SAMPLE_CATALOGUE, components: SAMPLE_COMPONENTS })
  await store.load(factorCsv(...FACTORS))
  await store.load(portfolioCsv('2024-01-02,enhanced,0.1,0.2'))
  await store.load(contributionsCsv('2024-01-02,enhanced,style,size,0.1', '2024-01-02,enhanced,costs,,-0.2'))
})

function request(address: string): Promise<Response> {
  const url = new URL(`http://localhost/api/v1/${address}`)
  return answerApi(new Request(url), url.pathname.slice('/api/v1/'.length).split('/'), ENDPOINTS)
}

async function parquetOf(address: string): Promise<Record<string, unknown>[]> {
  const answer = await request(address)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/vnd.apache.parquet'])
  return parquetReadObjects({ file: await answer.arrayBuffer(), compressors })
}

const rows = z.object({ rows: z.array(z.record(z.string(), z.unknown())) })

/** The required parameters of each endpoint. */
const QUERIES: Record<string, string> = {
  '/statistics': '?series=skewness',
  '/months': '?series=skewness,enhanced',
  '/correlations': '?series=skewness,enhanced',
}

it.each(ENDPOINTS)('$path is the same as Parquet and as JSON, with dates as dates', async ({ path }) => {
  const code = path.startsWith('/portfolios') ? 'enhanced' : 'skewness'
  const stem = path.slice(1).replace('{code}', code)
  const json = rows.parse(await (await request(`${stem}.json${QUERIES[path] ?? ''}`)).json())
  const columns = await parquetOf(`${stem}.parquet${QUERIES[path] ?? ''}`)
  const plain = columns.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, textOf(cell)])),
  )
  expect(plain).toEqual(json.rows)
})

function textOf(cell: unknown): unknown {
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : cell
}

describe('the returns of all series', () => {
  it('are those that were loaded, bit for bit, within the span', async () => {
    const all = await parquetOf('factors/returns.parquet')
    const lines = all.map(({ date, code, ...legs }) => [textOf(date), code, ...Object.values(legs)].map(String).join())
    expect(lines.toSorted()).toEqual(FACTORS.toSorted())
    const year = await parquetOf('factors/returns.parquet?from=2024-01-01&to=2024-12-31')
    expect(year.map(({ code }) => code)).toEqual(['network', 'skewness'])
    expect(await parquetOf('portfolios/returns.parquet?to=2023-12-31')).toEqual([])
  })

  it('are one file, however long, unless a limit is given', async () => {
    const { bytes } = await longTable(12_000)
    const metadata = parquetMetadata(bytes.buffer)
    expect([metadata.row_groups.length, Number(metadata.num_rows)]).toEqual([2, 12_000])
    const read = await parquetReadObjects({ file: bytes.buffer, compressors })
    expect(read.map(({ at }) => at)).toEqual(Array.from({ length: 12_000 }, (_, index) => index))
    const limited = await request('factors/returns.parquet?limit=1')
    expect(limited.headers.get('link')).toContain('rel="next"')
  })
})

describe('the manifest', () => {
  it('lists files with their rows and hashes, by year, and nothing that is empty', async () => {
    const { rows: files } = rows.parse(await (await request('manifest.json?version=4')).json())
    const names = files.map(({ address }) => String(address).replace(/version=4\.[0-9a-f]{8}/, 'V'))
    expect(names).toEqual([
      ...['markets', 'families', 'factors', 'portfolios', 'components', 'versions', 'summaries'].map(
        (name) => `/api/v1/${name}.parquet?V`,
      ),
      '/api/v1/factors/returns.parquet?from=2023-01-01&to=2023-12-31&V',
      '/api/v1/factors/returns.parquet?from=2024-01-01&to=2024-12-31&V',
      '/api/v1/portfolios/returns.parquet?from=2024-01-01&to=2024-12-31&V',
      '/api/v1/portfolios/contributions.parquet?from=2024-01-01&to=2024-12-31&V',
    ])
    for (const file of files) {
      const answer = await request(String(file.address).slice('/api/v1/'.length))
      expect(answer.headers.get('cache-control')).toContain('immutable')
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const read = await parquetReadObjects({ file: bytes.buffer, compressors })
      expect([file.rows, file.bytes, file.sha256]).toEqual([read.length, bytes.length, sha256])
    }
  })

  it('of a version stays the same after another load', async () => {
    const before = await (await request('manifest.json?version=4')).text()
    await store.load(factorCsv('2024-01-02,skewness,0.5,0.5,0.5'))
    await new Promise((settle) => setTimeout(settle, 300))
    expect(await (await request('manifest.json?version=4')).text()).toBe(before)
    const { rows: newest } = rows.parse(await (await request('manifest.json')).json())
    const { rows: older } = rows.parse(JSON.parse(before))
    expect(newest.map(({ address }) => String(address).replace(/version=.*/, ''))).toEqual(
      older.map(({ address }) => String(address).replace(/version=.*/, '')),
    )
    expect(newest.at(-3)?.sha256).not.toBe(older.at(-3)?.sha256)
  })
})

/** Writes a table that is longer than a page of JSON. */
async function longTable(length: number) {
  const table = Array.from({ length }, (_, at) => ({ at }))
  return { bytes: await writeParquet(table, { row: z.object({ at: count('Position.') }) }) }
}
