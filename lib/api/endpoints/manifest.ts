import { createHash } from 'node:crypto'
import { parquetMetadata } from 'hyparquet'
import { z } from 'zod'
import { answerApi } from '@/lib/api/answer-api'
import { yearOf } from '@/lib/base/dates'
import { stampOf } from '@/lib/db/latest-version'
import { getDataRange } from '@/lib/db/queries/get-data-range'
import { count, text } from '../columns'
import { defineEndpoint, type Endpoint } from '../endpoint'
import { factorsEndpoint, familiesEndpoint, indicesEndpoint, marketsEndpoint, portfoliosEndpoint } from './catalogue'
import { componentsEndpoint, dailyContributionsEndpoint } from './contributions'
import { factorReturnsEndpoint, indexReturnsEndpoint, portfolioReturnsEndpoint } from './returns'
import { versionsEndpoint } from './store'
import { summariesEndpoint } from './summaries'

/** Tables of which a version has one file. */
const WHOLE = [
  marketsEndpoint,
  familiesEndpoint,
  factorsEndpoint,
  portfoliosEndpoint,
  indicesEndpoint,
  componentsEndpoint,
  versionsEndpoint,
  summariesEndpoint,
]
/** Tables of which a version has a file for each calendar year with data. */
const BY_YEAR = [factorReturnsEndpoint, portfolioReturnsEndpoint, indexReturnsEndpoint, dailyContributionsEndpoint]

export const manifestEndpoint = defineEndpoint({
  path: '/manifest',
  tag: 'store',
  summary: 'Files of a data version',
  description:
    'The Parquet files that together hold the data of a version, for bulk download: catalogue, versions, summaries as of the last day, and the daily returns of all series and the contributions of all portfolios by calendar year. Each address names the version with its stamp, so that its bytes stay the same unless a series is renamed.',
  parameters: z.object({}),
  row: z.object({
    address: text('Address of the file, on this server.'),
    rows: count('Rows of the file.'),
    bytes: count('Bytes of the file.'),
    sha256: text("SHA-256 of the file's bytes, hexadecimal."),
  }),
  read: async (_, { version }) => {
    const search = `version=${version}.${await stampOf(version)}`
    const years = (await yearsOf(version)).map((year) => `from=${year}-01-01&to=${year}-12-31&${search}`)
    const files = [
      ...WHOLE.map((endpoint) => [endpoint, search] as const),
      ...BY_YEAR.flatMap((endpoint) => years.map((query) => [endpoint, query] as const)),
    ]
    // One after the other, so that other requests are answered meanwhile.
    const described = []
    for (const [endpoint, query] of files) described.push(await describe(endpoint, query))
    return described.filter(({ rows }) => rows > 0)
  },
})

/** Returns the calendar years from the first day with data of any market to the last. */
async function yearsOf(version: number): Promise<number[]> {
  const ranges = await getDataRange({ version })
  const first = Math.min(...ranges.map((range) => Number(yearOf(range.first))))
  const last = Math.max(...ranges.map((range) => Number(yearOf(range.last))))
  return ranges.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

async function describe(endpoint: Endpoint, query: string) {
  const path = `${endpoint.path.slice(1)}.parquet`
  const address = `/api/v1/${path}?${query}`
  const answer = await answerApi(new Request(new URL(address, 'http://localhost')), path.split('/'), [endpoint])
  if (!answer.ok) throw new Error(`${address} was answered ${answer.status}.`)
  const bytes = await answer.arrayBuffer()
  return {
    address,
    rows: Number(parquetMetadata(bytes).num_rows),
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(new Uint8Array(bytes)).digest('hex'),
  }
}
