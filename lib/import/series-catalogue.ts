import type { Client } from 'pg'
import { z } from 'zod'
import type { SeriesLife } from '@/lib/import/check-date'
import { DAILY_RETURN_MAX } from '@/lib/import/parse-return'
import { NEWEST } from '@/lib/queries/as-of-version'

/** The known series by section of the catalogue and code. */
export type SeriesCatalogue = Record<'factors' | 'portfolios', ReadonlyMap<string, SeriesLife>>

/** Runs a query with its parameters ($1, $2, …) and gives back the rows, whatever the connection. */
type Query = (statement: string, parameters: unknown[]) => Promise<unknown>

const row = z.object({
  kind: z.enum(['factor', 'portfolio']),
  code: z.string(),
  market: z.string(),
  inception: z.iso.date(),
  returnMax: z.number().nullable(),
})

/** As of a data version, or the newest. */
export async function readSeriesCatalogue(query: Query, version = NEWEST): Promise<SeriesCatalogue> {
  const rows = z.array(row).parse(await query(SERIES, [version]))
  const lives = (kind: 'factor' | 'portfolio') =>
    new Map(
      rows
        .filter((series) => series.kind === kind)
        // A market may widen the usual limit.
        .map(({ code, market, inception, returnMax }) => [
          code,
          { market, inception, returnMax: returnMax ?? DAILY_RETURN_MAX },
        ]),
    )
  return { factors: lives('factor'), portfolios: lives('portfolio') }
}

/** Inside a load: no other changes the catalogue between this and its end. */
export function readSeriesCatalogueOf(client: Client, version?: number): Promise<SeriesCatalogue> {
  return readSeriesCatalogue(
    (statement, parameters) => client.query(statement, parameters).then(({ rows }) => rows),
    version,
  )
}

const SERIES = `
  with valid as (
    select kind, key, entry from catalogue_entry where since_version <= $1::int and until_version > $1::int
  )
  select series.kind,
         series.key                                       as code,
         series.entry ->> 'market_code'                   as market,
         series.entry ->> 'inception'                     as inception,
         (market.entry ->> 'daily_return_max')::float8    as "returnMax"
  from valid as series
    left join valid as market on market.kind = 'market' and market.key = series.entry ->> 'market_code'
  where series.kind in ('factor', 'portfolio')`
