import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Span } from '@/lib/analysis/trading-windows'
import { findStamp } from '@/lib/db/latest-version'
import { newestAliases } from '@/lib/db/newest-aliases'
import { type Growths, getGrowths } from '@/lib/db/queries/get-growths'
import { BoundedCache } from '@/lib/http/bounded-cache'
import { type DaySpans, divideDays, type SeriesBySpan, seriesBySpan } from './series-by-span'

interface Request {
  /** Data version of the rows. */
  version: number
  kind: Parameters<typeof getGrowths>[0]['kind']
  /** The series wanted, all of one market. */
  series: readonly { code: string; inception: string; ended: string | null }[]
  /** Trading days of that market up to the as-of date, ascending ISO dates, at least one. */
  days: string[]
  /** The windows whose figures are wanted. */
  windows: readonly Span[]
}

/** Many series by spans, in the order of the request. */
export interface ManySeries {
  days: DaySpans
  series: SeriesBySpan[]
}

/** Series that one statement reads. Other requests are answered between two statements; two run at a time. */
const CHUNK = 200
const AT_A_TIME = 2

/** Returns many series by spans, from one aggregate over their rows in the store. Kept, since a version does not change. */
export async function getSeriesBySpan(request: Request): Promise<ManySeries> {
  const { version, kind, series, days, windows } = request
  const spans = divideDays(days, windows)
  const [stamp, { edition }] = await Promise.all([findStamp(version), newestAliases()])
  const key = createHash('sha256')
    .update(
      JSON.stringify([
        version,
        stamp,
        edition,
        kind,
        series.map(({ code, inception, ended }) => [code, inception, ended]),
        days,
        spans.spans,
      ]),
    )
    .digest('base64')
  const read = () => readSeries(request, spans)
  // A version without a stamp is not loaded yet: what is true as of it may change.
  return stamp === null ? read() : ((await kept.get(key, read)) ?? read())
}

const KEPT_BYTES_MAX = 64_000_000
const kept = new BoundedCache<ManySeries>(
  ({ days, series }) => series.length * days.spans.length * COLUMNS * Float64Array.BYTES_PER_ELEMENT,
  KEPT_BYTES_MAX,
)
/** Columns of a series: three legs. */
const COLUMNS = 3

async function readSeries({ version, kind, series }: Request, days: DaySpans): Promise<ManySeries> {
  const read: SeriesBySpan[][] = []
  const chunks = Array.from({ length: Math.ceil(series.length / CHUNK) }, (_, chunk) => chunk)
  const readChunks = async () => {
    for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
      const wanted = series.slice(chunk * CHUNK, (chunk + 1) * CHUNK)
      const growths = await getGrowths({ version, kind, series: wanted, days: days.days, spans: days.numbers })
      await nextTurn()
      const byCode = new Map(growths.map((own): [string, Growths] => [own.code, own]))
      read[chunk] = wanted.map((life) => seriesBySpan(life, byCode.get(life.code), days))
      await nextTurn()
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, readChunks))
  return { days, series: read.flat() }
}
