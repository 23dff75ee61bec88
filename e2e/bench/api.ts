/** What one factor's whole series costs through the API, beside the same rows by `pg` alone. */
import pg from 'pg'

export interface SeriesCost {
  /** Medians, milliseconds. */
  apiMs: number
  pgMs: number
  /** apiMs / pgMs; the budget is 3. */
  ratio: number
}

const LAST_MONTHS = 12

/**
 * Reads a factor's 2,600 rows in turns through the API, each time with another last day so that no answer is kept, and by
 * `pg` as arrays.
 * @param origin "http://localhost:3000" of a running server; @param databaseUrl its database
 */
export async function benchSeries(origin: string, databaseUrl: string, code: string, turns = 21): Promise<SeriesCost> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const [api, floor]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < turns; turn++) {
      floor.push(await timed(() => readByPg(client, code)))
      const month = String((turn % LAST_MONTHS) + 1).padStart(2, '0')
      const to = `${2030 + Math.floor(turn / LAST_MONTHS)}-${month}-01`
      api.push(await timed(() => readByApi(`${origin}/api/v1/factors/${code}/daily.csv?to=${to}`)))
    }
    const [apiMs, pgMs] = [median(api.slice(1)), median(floor.slice(1))]
    return { apiMs, pgMs, ratio: apiMs / pgMs }
  } finally {
    await client.end()
  }
}

async function readByPg(client: pg.Client, code: string): Promise<void> {
  const text = `select date::text, long_return, short_return, benchmark_return from factor_return
    where factor_code = $1 and until_version is null order by date`
  await client.query({ text, values: [code], rowMode: 'array' })
}

async function readByApi(address: string): Promise<void> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  await response.arrayBuffer()
}

async function timed(run: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new RangeError('nothing was measured')
  return middle
}
