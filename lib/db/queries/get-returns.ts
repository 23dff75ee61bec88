import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { positionAfter } from '@/lib/base/dates'
import { RETURN_KINDS, SERIES_TABLES } from '@/lib/catalogue/series-kinds'
import { Prisma } from '@/lib/db/generated/prisma/client'
import { inChunks } from '@/lib/db/in-chunks'
import { findStamp } from '@/lib/db/latest-version'
import { newestAliases } from '@/lib/db/newest-aliases'
import { codesInScope } from '@/lib/db/queries/scope/codes-in-scope'
import { datesInScope } from '@/lib/db/queries/scope/dates-in-scope'
import { storeAsOf } from '@/lib/db/store-as-of'
import { BoundedCache } from '@/lib/http/bounded-cache'
import { asOfVersion } from './as-of-version'
import { dateColumn, floatColumn, sameLength } from './series-columns'

interface Parameters {
  /** Data version of the rows. */
  version: number
  /** Last ISO date, inclusive. */
  to: string
  /** Codes of the series; by default all of the kind. */
  codes?: readonly string[]
}

/** Daily simple returns of one series, decimal fractions: columns of one length, oldest first. */
interface SeriesReturns {
  code: string
  /** ISO dates. */
  dates: string[]
}

export interface FactorReturns extends SeriesReturns {
  benchmark: number[]
  long: number[]
  short: number[]
}

export interface PortfolioReturns extends SeriesReturns {
  benchmark: number[]
  /** After costs. */
  portfolio: number[]
}

export interface IndexReturns extends SeriesReturns {
  return: number[]
}

interface Returns {
  factor_returns: FactorReturns
  portfolio_returns: PortfolioReturns
  index_returns: IndexReturns
}

const codeRow = z.object({ code: z.string() })

const series = { code: z.string(), dates: dateColumn }
const shared = { ...series, benchmark: floatColumn }

const ROWS: { [Kind in keyof Returns]: z.ZodType<Returns[Kind]> } = {
  factor_returns: z
    .object({ ...shared, long: floatColumn, short: floatColumn })
    .refine(({ dates, long, short, benchmark }) => sameLength([dates, long, short, benchmark]), 'lengths differ'),
  portfolio_returns: z
    .object({ ...shared, portfolio: floatColumn })
    .refine(({ dates, portfolio, benchmark }) => sameLength([dates, portfolio, benchmark]), 'lengths differ'),
  index_returns: z
    .object({ ...series, return: floatColumn })
    .refine(({ dates, return: daily }) => sameLength([dates, daily]), 'lengths differ'),
}

/**
 * Returns the daily returns of one kind of series up to a date, as of a data version; ordered by code. Series without
 * rows are left out. Whole series are cached, since only a rename changes a version: reading 95 years again for each week
 * took longer than all that is computed from them.
 */
export async function getReturns<Kind extends keyof Returns>(
  kind: Kind,
  { version, to, codes }: Parameters,
): Promise<Returns[Kind][]> {
  const [stamp, { edition }, wanted, dates] = await Promise.all([
    findStamp(version),
    newestAliases(),
    codesInScope({ version, codes }),
    datesInScope(version),
  ])
  const read = () => readReturns(kind, { version, codes: wanted })
  // All codes are in the key, so that scopes with the same series share what is kept, whatever dates they may read.
  const key = [version, stamp, wanted?.join(',') ?? 'all', edition].join(' ')
  // A version without a stamp is not loaded yet: what is true as of it may change.
  const whole = stamp === null ? await read() : await kept[kind].get(key, read)
  const cut = dateCutter()
  return (whole ?? []).flatMap((series) => {
    const last = dates.upTo(series.code, to)
    const known = last === null ? [] : cut(series.dates, last)
    return known.length === 0 ? [] : [upTo(series, known)]
  })
}

const KEPT_BYTES_MAX = 48_000_000
/** Bytes of a row: a date that all series share, and up to three floats. */
const ROW_BYTES = 32

/** Whole series by version, stamp, codes and renames. */
const kept: { [Kind in keyof Returns]: BoundedCache<Returns[Kind][]> } = {
  factor_returns: new BoundedCache<FactorReturns[]>(bytesOf, KEPT_BYTES_MAX, 'factor-returns'),
  portfolio_returns: new BoundedCache<PortfolioReturns[]>(bytesOf, KEPT_BYTES_MAX, 'portfolio-returns'),
  index_returns: new BoundedCache<IndexReturns[]>(bytesOf, KEPT_BYTES_MAX, 'index-returns'),
}

function bytesOf(whole: SeriesReturns[]): number {
  return whole.reduce((sum, { dates }) => sum + dates.length * ROW_BYTES, 0)
}

/** Returns what cuts dates at one of them: once for all series that share a list and a last date. */
function dateCutter(): (dates: string[], to: string) => string[] {
  const known = new Map<string[], Map<string, string[]>>()
  return (dates, to) => {
    const own = known.get(dates) ?? new Map<string, string[]>()
    const after = positionAfter(dates, to)
    const cut = own.get(to) ?? (after === dates.length ? dates : dates.slice(0, after))
    known.set(dates, own.set(to, cut))
    return cut
  }
}

/** Returns a series with copies of its columns for the first dates of its own. */
function upTo<Series extends SeriesReturns>(series: Series, dates: string[]): Series {
  if (dates === series.dates) return series
  const cut = Object.entries(series).map(([name, column]) => [
    name,
    Array.isArray(column) && name !== 'dates' ? column.slice(0, dates.length) : column,
  ])
  return { ...Object.fromEntries(cut), dates }
}

/** Lets series with the same dates share one list of them. */
function withSharedDates<Series extends SeriesReturns>(all: Series[]): Series[] {
  const lists = new Map<string, string[]>()
  return all.map((series) => {
    const { dates } = series
    const name = [dates[0], dates.at(-1), dates.length].join(' ')
    const before = lists.get(name) ?? dates
    lists.set(name, before)
    return before !== dates && dates.every((date, row) => date === before[row]) ? { ...series, dates: before } : series
  })
}

async function readReturns<Kind extends keyof Returns>(
  kind: Kind,
  { version, codes }: { version: number; codes: readonly string[] | undefined },
): Promise<Returns[Kind][]> {
  const { table, codeColumn, legs, section } = RETURN_KINDS[kind]
  const columns = legs.map(
    ({ column, stored }) =>
      Prisma.sql`string_agg(float8send(${Prisma.raw(stored)}), '' order by date) as ${Prisma.raw(column)}`,
  )
  const ofStore = Prisma.raw(SERIES_TABLES[section])
  const known = await storeAsOf(version).$queryRaw`
    select code from ${ofStore} where ${codes === undefined ? Prisma.sql`true` : Prisma.sql`code = any(${codes}::text[])`} order by code`
  // Each series is aggregated on its own: all of them at once would be sorted on disk.
  const readSome = async (wanted: readonly z.infer<typeof codeRow>[]) => {
    const found = await storeAsOf(version).$queryRaw`
      select code, own.*
      from unnest(${wanted.map(({ code }) => code)}::text[]) with ordinality as wanted (code, place),
           lateral (
             select string_agg(date_send(date), '' order by date) as dates, ${Prisma.join(columns)}
             from ${Prisma.raw(table)}
             where ${Prisma.raw(codeColumn)} = code and ${asOfVersion(version)}
           ) as own
      where dates is not null
      order by place`
    return parseRows(ROWS[kind], z.array(z.unknown()).parse(found))
  }
  const rows = await inChunks(z.array(codeRow).parse(known), readSome, STATEMENT_SERIES)
  return withSharedDates(rows)
}

/** Series of one statement: the client makes bytes of all its rows at once, a millisecond for three series of 2,600 days. */
const STATEMENT_SERIES = 40
/** After this number of series, other requests are answered. */
const TURN_SERIES = 10

async function parseRows<Row>(schema: z.ZodType<Row>, found: readonly unknown[]): Promise<Row[]> {
  const rows: Row[] = []
  for (const row of found) {
    rows.push(schema.parse(row))
    if (rows.length % TURN_SERIES === 0) await nextTurn()
  }
  return rows
}
