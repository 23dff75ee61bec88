import type { Client } from 'pg'
import { z } from 'zod'
import { marketsWithout, wantedYear } from '@/lib/calendar/missing-closures'
import { RETURN_KINDS, type ReturnKind, SERIES_TABLES } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { SeriesOutcome } from '@/lib/import/outcome/import-outcome'
import type { Warning } from '@/lib/import/outcome/warning'
import type { SeriesLife } from './check-date'
import { findGaps } from './find-gaps'
import { findLateStarts } from './find-late-starts'
import { queryOf } from './series-catalogue'

/** From this many days on the same return is hardly by chance. */
const REPEATED_DAYS_MIN = 3
/** Stored days before the file that are checked for repeated returns. */
const LOOK_BACK_DAYS = 20
/** Distance from the mean of the series, in its standard deviations, beyond which a return is a warning. */
const JUMP_DEVIATIONS = 8
/** Days of history that a reliable standard deviation needs. */
const HISTORY_MIN = 60

const runRow = z.object({ code: z.string(), column: z.string(), from: z.string(), to: z.string(), days: z.int() })
const jumpRow = z.object({
  code: z.string(),
  column: z.string(),
  date: z.string(),
  value: z.number(),
  deviations: z.number(),
})
const lateRow = z.object({ code: z.string(), last: z.string(), latest: z.string() })

/** The series of a file. */
interface Given {
  kind: ReturnKind
  /** The data version that its load opened; null when no row changed. */
  version: number | null
  series: SeriesOutcome[]
  /** The known series of that kind, by code. */
  lives: ReadonlyMap<string, SeriesLife>
  /** ISO date of the load. */
  today: string
}

/**
 * Finds warnings about the rows in `staged` and `staged_series`, compared with the stored rows. Checks only returns,
 * and only when any of them is new or restated. Call it inside the load, before the file is written.
 */
export async function findRowWarnings(client: Client, kind: ReturnKind, series: SeriesOutcome[]): Promise<Warning[]> {
  if (!bringsReturns(kind, series)) return []
  return [...(await findRepeated(client, kind)), ...(await findJumps(client, kind))]
}

/**
 * Finds warnings about the series of a file as the store has them after its load: missing closures, gaps, and series that
 * begin late or end early. Call it when all files of the load are written, since one may have the days or the series that
 * another lacks.
 */
export async function findSeriesWarnings(client: Client, given: Given): Promise<Warning[]> {
  if (!bringsReturns(given.kind, given.series)) return []
  const known = given.series.flatMap(({ code }) => given.lives.get(code) ?? [])
  return [
    ...findMissingClosures(known, given.today),
    ...(await findGaps(client, given)),
    ...(await findLateStarts(queryOf(client), given)),
    ...(await findLate(client, given)),
  ]
}

function bringsReturns(kind: ReturnKind, series: SeriesOutcome[]): boolean {
  return RETURN_KINDS[kind].values === 'returns' && series.some((own) => own.rowsNew + own.rowsRestated > 0)
}

/** Finds the markets of a file whose closures are not known in this year or, from 1 December, the next. */
function findMissingClosures(lives: SeriesLife[], today: string): Warning[] {
  const year = wantedYear(today)
  const calendars = new Map(lives.map(({ market, calendar }) => [market, calendar]))
  return marketsWithout(year, calendars).map((market) => ({
    rule: 'closures-missing',
    series: market,
    column: null,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    detail: `Until they are loaded, the days in the data count. Load a file with the columns market, date, kind and name.`,
  }))
}

/**
 * Finds consecutive days on which a leg of a series has the same return. Stored days before the file count too, since
 * files may hold one day each.
 */
async function findRepeated(client: Client, kind: ReturnKind): Promise<Warning[]> {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const stored = legs.map((leg) => leg.stored)
  const values = stored.join(', ')
  const again = stored.map((leg) => `again_${leg}`)
  // Rows of a run are consecutive: the previous row belongs to it too, unless the run begins here.
  const runs = legs.map(
    (leg) => `
      select code, '${leg.column}' as column, min(before)::text as "from", max(date)::text as "to", count(*)::int + 1 as days
      from (
        select code, date, before, given, count(*) filter (where begins) over life as run
        from (
          select code, date, before, given, before is distinct from lag(date) over life as begins
          from again where again_${leg.stored} window life as (partition by code order by date)
        ) as own window life as (partition by code order by date)
      ) as own
      group by code, run
      having count(*) + 1 >= ${REPEATED_DAYS_MIN} and bool_or(given)`,
  )
  // Few days repeat a return: only these are compared, and the first day of each series.
  const text = `
    with looked as materialized (
      select * from staged where before is null or ${again.join(' or ')}
    ), edge as (
      select code, date, ${values}, true as given from looked where before is null
      union all
      select looked.code, held.date, ${stored.map((leg) => `held.${leg}`).join(', ')}, false
      from looked cross join lateral (
        select date, ${values} from ${table}
        where ${codeColumn} = looked.code and date < looked.date and until_version = ${STILL_TRUE}
        order by date desc limit ${LOOK_BACK_DAYS}
      ) as held
      where looked.before is null
    ), again as (
      select code, date, before, true as given, ${again.join(', ')} from looked where before is not null
      union all
      select code, date, lag(date) over life, given, ${stored.map((leg) => `${leg} = lag(${leg}) over life`).join(', ')}
      from edge window life as (partition by code order by date)
    )
    select code, "column", "from", "to", days from (${runs.join(' union all ')}) as repeated
    order by code collate "C", "column", "from"`
  return z
    .array(runRow)
    .parse((await client.query(text)).rows)
    .map(({ code, column, from, to, days }) => ({
      rule: 'repeated-return',
      series: code,
      column,
      from,
      to,
      detail: `${days} days have the same return.`,
    }))
}

/**
 * Finds returns far from the mean of the stored returns, or of the file when too few are stored. Reads the rows of a
 * series only when its smallest or largest value is too far from the mean, and the stored rows of each series of the file
 * by its key: a week of 16 series among 1,000 took 1.2 s more when the store was read whole.
 */
async function findJumps(client: Client, kind: ReturnKind): Promise<Warning[]> {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const moments = legs.map(
    ({ stored }) => `avg(${stored}) as mean_${stored}, stddev_samp(${stored}) as deviation_${stored}`,
  )
  const both = legs.map(({ stored }) => `mean_${stored}, deviation_${stored}`).join(', ')
  const parts = legs.map(
    ({ column, stored }) => `
      select code, '${column}' as column, date, ${stored} as value,
             abs(${stored} - mean_${stored}) / deviation_${stored} as deviations
      from staged join (
        select code, usual.mean_${stored}, usual.deviation_${stored}
        from usual join staged_series using (code)
        where usual.deviation_${stored} > 0
          and greatest(most_${stored} - usual.mean_${stored}, usual.mean_${stored} - least_${stored})
              > ${JUMP_DEVIATIONS} * usual.deviation_${stored}
      ) as wide using (code)
      where abs(${stored} - mean_${stored}) > ${JUMP_DEVIATIONS} * deviation_${stored}`,
  )
  const text = `
    with known as (
      select code, own.*
      from staged_series cross join lateral (
        select count(*) as days, ${moments.join(', ')}
        from ${table}
        where ${codeColumn} = staged_series.code and until_version = ${STILL_TRUE}
      ) as own
    ), usual as (
      select code, ${both} from known where days >= ${HISTORY_MIN}
      union all
      select code, ${both} from staged_series
      where days >= ${HISTORY_MIN} and code not in (select code from known where days >= ${HISTORY_MIN})
    )
    select code, "column", date::text, value, deviations from (${parts.join(' union all ')}) as jump
    order by code collate "C", jump.date, "column"`
  return z
    .array(jumpRow)
    .parse((await client.query(text)).rows)
    .map(({ code, column, date, value, deviations }) => ({
      rule: 'unusual-jump',
      series: code,
      column,
      from: date,
      to: date,
      detail: `${value} is ${deviations.toFixed(1)} standard deviations from the mean.`,
    }))
}

/**
 * Finds series that end before others of their family and market, or portfolios before others of their market. One that
 * has ended has to reach that day alone.
 */
async function findLate(client: Client, { kind, series }: Given): Promise<Warning[]> {
  const { table, codeColumn, section } = RETURN_KINDS[kind]
  const own = SERIES_TABLES[section]
  const siblings = section === 'factors' ? 'market_code, family_code' : 'market_code'
  const text = `
    with ends as (
      select code, ended, market_code, ${section === 'factors' ? 'family_code,' : ''} given, (
        select max(date) from ${table} where ${codeColumn} = code and until_version = ${STILL_TRUE}
      ) as last
      from ${own} left join json_to_recordset($1::json) as file (code text, given date) using (code)
    ), placed as (
      select code, ended, last, max(given) over siblings as brought, max(last) over siblings as latest
      from ends window siblings as (partition by ${siblings})
    )
    select code, last::text, latest::text from placed
    where last < least(latest, ended) and latest = brought
    order by code collate "C"`
  const ends = series.map(({ code, to }) => ({ code, given: to }))
  return z
    .array(lateRow)
    .parse((await client.query(text, [JSON.stringify(ends)])).rows)
    .map(({ code, last, latest }) => ({
      rule: 'ends-early',
      series: code,
      column: null,
      from: last,
      to: latest,
      detail: `Its last day is ${last}; others of its ${section === 'factors' ? 'family' : 'market'} have ${latest}.`,
    }))
}
