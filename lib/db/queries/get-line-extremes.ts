import { z } from 'zod'
import { RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import { Prisma } from '@/lib/db/generated/prisma/client'
import { inChunks } from '@/lib/db/in-chunks'
import { keyAsOf } from '@/lib/db/key-as-of'
import { codesInScope } from '@/lib/db/queries/scope/codes-in-scope'
import { datesInScope } from '@/lib/db/queries/scope/dates-in-scope'
import { storeAsOf } from '@/lib/db/store-as-of'
import { BoundedCache } from '@/lib/http/bounded-cache'
import { asOfVersion } from './as-of-version'
import { numberOfDay } from './number-of-day'
import { type LinesRequest, type RowConditions, readWholeLines } from './read-whole-lines'

interface Parameters extends LinesRequest {
  /** Ratio of the NAVs since inception, that ratio to its highest so far, or its growth over the windows. */
  line: 'ratio' | 'drawdown' | 'return'
  /** Length of the windows of `return`, trading days. */
  windowDays: number
}

/** Lowest and highest value of a line as ratios, without its base of 1: a drawdown or a return plus 1. */
export interface LineExtremes {
  code: string
  low: number
  high: number
  /** Position of its first value among the trading days. */
  first: number
}

const row = z.object({ code: z.string(), low: z.number(), high: z.number(), first: z.int() })

/**
 * Returns the extremes of the lines of many series as of a data version, to the last digits of a float those of `lineOver`,
 * `drawdowns` and `rollingLines`. A ratio and a drawdown end before the first missing day; a window with a missing day has
 * no return. Series whose line has no value are left out. Kept, since a version does not change.
 */
export async function getLineExtremes(request: Parameters): Promise<LineExtremes[]> {
  const { version, kind, series, days, line, windowDays } = request
  // The trading days of a market up to a date are the same as long as the version is.
  const span = [days.length, days[0], days.at(-1)]
  const key = await keyAsOf(version, ['extremes', kind, series, span, line, windowDays])
  const read = () => readAll(request)
  return key === null ? read() : ((await kept.get(key, read)) ?? read())
}

const KEPT_BYTES_MAX = 4_000_000
/** Bytes of the extremes of a series: its code and three numbers. */
const SERIES_BYTES = 100
const kept = new BoundedCache<LineExtremes[]>((extremes) => extremes.length * SERIES_BYTES, KEPT_BYTES_MAX)

async function readAll({ series, ...request }: Parameters): Promise<LineExtremes[]> {
  const { version, days } = request
  const [inScope, dates] = await Promise.all([
    codesInScope({ version, codes: series.map(({ code }) => code) }),
    datesInScope(version),
  ])
  const known = new Set(inScope)
  const wanted = series.filter(({ code }) => known.has(code))
  const conditions = {
    place: numberOfDay(days, Int32Array.from(days.keys())),
    isInScope: dates.condition('code'),
  }
  return inChunks(wanted, async (chunk) => {
    const whole = await readWhole({ ...request, series: chunk }, conditions)
    const found = new Set(whole.map(({ code }) => code))
    const broken = chunk.filter(({ code }) => !found.has(code))
    const others = broken.length === 0 ? [] : await readBroken({ ...request, series: broken }, conditions)
    return [...whole.flatMap((own) => extremesOf(own, request)), ...others]
  })
}

const wholeRow = z.object({ code: z.string(), start: z.int(), low: z.number().nullable(), high: z.number().nullable() })

/**
 * Returns the extremes of the series without a missing day, in half the time that the others take; null for a return when the
 * series is shorter than its windows.
 */
async function readWhole(
  { line, windowDays, ...request }: Parameters,
  conditions: RowConditions,
): Promise<z.infer<typeof wholeRow>[]> {
  const rows = await readWholeLines(request, conditions, {
    ofDay: Prisma.sql`${WHOLE_VALUES[line](windowDays)} as value`,
    ofLine: Prisma.sql`min(value) as low, max(value) as high`,
  })
  return z.array(wholeRow).parse(rows)
}

/** Values of the lines on each day, from the running ratio of the NAVs of a series that lacks no day. */
const WHOLE_VALUES: Record<Parameters['line'], (windowDays: number) => Prisma.Sql> = {
  ratio: () => Prisma.sql`ratio`,
  drawdown: () => Prisma.sql`ratio / greatest(1, max(ratio) over so_far)`,
  return: (windowDays) => Prisma.sql`
    case when lag(ratio, ${windowDays - 1}::int) over so_far is not null
         then ratio / lag(ratio, ${windowDays}::int, 1::float8) over so_far end`,
}

function extremesOf(
  { code, start, low, high }: z.infer<typeof wholeRow>,
  { line, windowDays }: Pick<Parameters, 'line' | 'windowDays'>,
): LineExtremes[] {
  if (low === null || high === null) return []
  return [{ code, low, high, first: line === 'return' ? start + windowDays - 1 : start }]
}

/**
 * Rows are bounded by date alone: with a bound on positions PostgreSQL looks up each day of each series, which takes three
 * times as long.
 */
async function readBroken(
  { version, kind, series, days, line, windowDays }: Parameters,
  { place, isInScope }: RowConditions,
): Promise<LineExtremes[]> {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const [leg, against] = legs.map(({ stored }) => Prisma.raw(stored))
  const rows = await storeAsOf(version).$queryRaw`
    select code, extremes.*
    from unnest(${series.map(({ code }) => code)}::text[], ${series.map(({ start }) => days[start])}::date[],
                ${series.map(({ start }) => start)}::int[], ${series.map(({ end }) => end)}::int[])
                as wanted (code, inception, start, "end"),
         lateral (
           select min(value) as low, max(value) as high, min(place)::int as first
           from (
             select place, ${VALUES[line](windowDays)} as value
             from (
               select place, row_number() over so_far as number,
                      product((1 + ${leg}) / (1 + ${against})) over so_far as ratio
               from (
                 select date, ${leg}, ${against}, ${place} as place
                 from ${Prisma.raw(table)}
                 where ${Prisma.raw(codeColumn)} = code and date >= inception and ${asOfVersion(version)}
                   ${isInScope}
                   and date between ${days[0]}::date and ${days.at(-1)}::date
               ) as daily
               where place >= 0
               window so_far as (order by date rows unbounded preceding)
             ) as grown
             window so_far as (order by place rows unbounded preceding)
           ) as line
           where value is not null and place < "end"
         ) as extremes
    where first is not null`
  return z.array(row).parse(rows)
}

/** The number of a row is one more than the trading days before it since the start, until a day is missing. */
const UNBROKEN = Prisma.sql`place - start = number - 1`

/** Values of the lines on each day, from the running ratio of the NAVs; null where there is none. */
const VALUES: Record<Parameters['line'], (windowDays: number) => Prisma.Sql> = {
  ratio: () => Prisma.sql`case when ${UNBROKEN} then ratio end`,
  drawdown: () => Prisma.sql`case when ${UNBROKEN} then ratio / greatest(1, max(ratio) over so_far) end`,
  return: (windowDays) => Prisma.sql`
    case when place - lag(place, ${windowDays - 1}::int) over so_far = ${windowDays - 1}::int
         then ratio / lag(ratio, ${windowDays}::int, 1::float8) over so_far end`,
}
