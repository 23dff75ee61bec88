import type { Client } from 'pg'
import { z } from 'zod'
import { readCalendars } from '@/lib/calendar/read-calendars'
import { NO_CALENDAR } from '@/lib/calendar/trading-calendar'
import { SERIES_TABLES, type SeriesSection } from '@/lib/catalogue/series-kinds'
import { NEWEST } from '@/lib/db/queries/as-of-version'
import type { Query } from '@/lib/db/query'
import { readAliases } from '@/lib/db/read-aliases'
import { DAILY_RETURN_MAX } from '@/lib/import/layout/parse-return'
import type { SeriesLife } from './check-date'

/** The known series by section of the catalogue and code. */
export interface SeriesCatalogue extends Record<SeriesSection, ReadonlyMap<string, SeriesLife>> {
  /** The code of each series that was renamed, by its old code. */
  renamed: ReadonlyMap<string, string>
  /** The known components of contributions and their groups. */
  components: ReadonlySet<string>
}

const row = z.object({
  kind: z.enum(SERIES_TABLES),
  code: z.string(),
  market: z.string(),
  inception: z.iso.date(),
  ended: z.iso.date().nullable(),
  returnMax: z.number().nullable(),
})

const componentRow = z.object({ component: z.string() })

/** Reads the series as of a data version, by default the newest. */
export async function readSeriesCatalogue(query: Query, version = NEWEST): Promise<SeriesCatalogue> {
  const rows = z.array(row).parse(await query(SERIES, [version]))
  const calendars = await readCalendars(query, version)
  const lives = (kind: (typeof SERIES_TABLES)[SeriesSection]) =>
    new Map(
      rows
        .filter((series) => series.kind === kind)
        // A market may widen the usual limit.
        .map(({ code, market, inception, ended, returnMax }) => [
          code,
          {
            market,
            calendar: calendars.get(market) ?? NO_CALENDAR,
            inception,
            ended,
            returnMax: returnMax ?? DAILY_RETURN_MAX,
          },
        ]),
    )
  const renamed = await readAliases(query, version)
  const components = z.array(componentRow).parse(await query(COMPONENTS, [version]))
  return {
    ...{ factors: lives('factor'), portfolios: lives('portfolio'), indices: lives('market_index'), renamed },
    components: new Set(components.map(({ component }) => component)),
  }
}

/** Queries over the connection of a load: no other load changes the catalogue until it ends. */
export function queryOf(client: Client): Query {
  return (statement, parameters) => client.query(statement, parameters).then(({ rows }) => rows)
}

const COMPONENTS = `
  select key as component
  from catalogue_entry
  where kind = 'component' and since_version <= $1::int and until_version > $1::int`

const SERIES = `
  with valid as (
    select kind, key, entry from catalogue_entry where since_version <= $1::int and until_version > $1::int
  )
  select series.kind,
         series.key                                       as code,
         series.entry ->> 'market_code'                   as market,
         series.entry ->> 'inception'                     as inception,
         series.entry ->> 'ended'                         as ended,
         (market.entry ->> 'daily_return_max')::float8    as "returnMax"
  from valid as series
    left join valid as market on market.kind = 'market' and market.key = series.entry ->> 'market_code'
  where series.kind in (${Object.values(SERIES_TABLES)
    .map((table) => `'${table}'`)
    .join(', ')})`
