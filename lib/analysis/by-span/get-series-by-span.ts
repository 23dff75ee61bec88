import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Span } from '@/lib/analysis/trading-windows'
import { positionFrom, yearOf } from '@/lib/base/dates'
import { inChunks } from '@/lib/db/in-chunks'
import { keyAsOf } from '@/lib/db/key-as-of'
import { type Growths, getGrowths } from '@/lib/db/queries/get-growths'
import { BoundedCache } from '@/lib/http/bounded-cache'
import { type DaySpans, divideDays, joinDays, joinSeries, type SeriesBySpan, seriesBySpan } from './series-by-span'

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

/**
 * Returns many series by spans, from one aggregate over their rows in the store. Kept, since a version does not change. The
 * decades before the last one are kept apart, so that another as-of date of a long history reads no more than 15 years.
 */
export async function getSeriesBySpan(request: Request): Promise<ManySeries> {
  const { days, windows } = request
  const firstRecent = positionFrom(days, `${recentDecade(days)}-01-01`)
  if (firstRecent === 0) return getKept(request)
  const [past, recent] = await Promise.all([
    getKept({ ...request, days: days.slice(0, firstRecent), windows: windowsWithin(windows, 0, firstRecent) }),
    getKept({ ...request, days: days.slice(firstRecent), windows: windowsWithin(windows, firstRecent, days.length) }),
  ])
  return {
    days: joinDays(days, past.days, recent.days),
    series: past.series.map((own, index) => joinSeries(own, recent.series[index], firstRecent)),
  }
}

const YEARS_BEFORE = 5
const DECADE = 10

/** Returns the first year of the last decade that began at least five years before the last day. */
function recentDecade(days: readonly string[]): number {
  const last = days.at(-1)
  if (last === undefined) throw new RangeError('series by spans need at least one day')
  return Math.floor((Number(yearOf(last)) - YEARS_BEFORE) / DECADE) * DECADE
}

/** Returns the parts of windows from one position to another, counted from the first of them. */
function windowsWithin(windows: readonly Span[], first: number, end: number): Span[] {
  return windows
    .map(({ from, to }) => ({ from: Math.max(from, first) - first, to: Math.min(to, end) - first }))
    .filter(({ from, to }) => from < to)
}

async function getKept(request: Request): Promise<ManySeries> {
  const { version, kind, series, days, windows } = request
  const spans = divideDays(days, windows)
  const key = await keyAsOf(version, [
    kind,
    series.map(({ code, inception, ended }) => [code, inception, ended]),
    // The trading days of a market up to a date are the same as long as the version is.
    [days.length, days[0], days.at(-1)],
    spans.spans,
  ])
  const read = () => readSeries(request, spans)
  return key === null ? read() : ((await kept.get(key, read)) ?? read())
}

const KEPT_BYTES_MAX = 64_000_000
const kept = new BoundedCache<ManySeries>(
  ({ days, series }) => series.length * days.spans.length * COLUMNS * Float64Array.BYTES_PER_ELEMENT,
  KEPT_BYTES_MAX,
)
/** Columns of a series: three legs. */
const COLUMNS = 3

async function readSeries({ version, kind, series }: Request, days: DaySpans): Promise<ManySeries> {
  const read = await inChunks(series, async (wanted) => {
    const growths = await getGrowths({ version, kind, series: wanted, days: days.days, spans: days.numbers })
    await nextTurn()
    const byCode = new Map(growths.map((own): [string, Growths] => [own.code, own]))
    const found = wanted.map((life) => seriesBySpan(life, byCode.get(life.code), days))
    await nextTurn()
    return found
  })
  return { days, series: read }
}
