import { z } from 'zod'
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import { KINDS, RETURN_KINDS, SERIES_TABLES, type SeriesSection } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { Query } from '@/lib/db/query'
import { DAILY_RETURN_MAX } from '@/lib/import/layout/parse-return'
import type { FaultLog } from '@/lib/import/outcome/fault'

type Section = SeriesSection

interface Context {
  query: Query
  stored: CatalogueFile
  faults: FaultLog
}

/**
 * Reports changes that contradict the stored daily rows: an inception after the first row, an end before the last,
 * another market for a series with rows, or a market's limit below a current return. Checks only what the file changes.
 */
export async function checkStoredRows(file: CatalogueFile, context: Context): Promise<void> {
  await checkSeries('factors', file, context)
  await checkSeries('portfolios', file, context)
  await checkSeries('indices', file, context)
  await checkLimits(file, context)
}

async function checkSeries(section: Section, file: CatalogueFile, { query, stored, faults }: Context): Promise<void> {
  const before = new Map(stored[section].map((series) => [series.code, series]))
  const changed = file[section].filter(({ code, inception, marketCode, ended }) => {
    const known = before.get(code)
    if (known === undefined) return false
    const endsEarlier = typeof ended === 'string' && (typeof known.ended !== 'string' || ended < known.ended)
    return inception > known.inception || marketCode !== known.marketCode || endsEarlier
  })
  if (changed.length === 0) return
  const ends = await readEnds(
    query,
    section,
    changed.map(({ code }) => code),
  )
  for (const [index, { code, inception, marketCode, ended }] of file[section].entries()) {
    const own = ends.get(code)
    const market = before.get(code)?.marketCode
    if (own === undefined || market === undefined) continue
    const { first, last } = own
    const report = (field: string, value: string, remedy: string) =>
      faults.add({ column: `${section}[${index}].${field}`, value, rule: 'catalogue-contradiction', remedy })
    const has = `${code} has data since ${first}`
    if (typeof ended === 'string' && last > ended) {
      report(
        'ended',
        ended,
        `${code} has data until ${last}: write that day or a later one, or withdraw the rows after ${ended} first.`,
      )
    }
    if (inception > first) {
      report('inception', inception, `${has}: write that day or an earlier one, or use a new code.`)
    }
    if (marketCode !== market) {
      report('marketCode', marketCode, `${has} on days of ${market}: keep that market, or use a new code.`)
    }
  }
}

const endsRow = z.object({ code: z.string(), first: z.iso.date(), last: z.iso.date() })

/** Reads the first and the last day with returns or quality of each series that has any. */
async function readEnds(
  query: Query,
  section: Section,
  codes: string[],
): Promise<Map<string, z.infer<typeof endsRow>>> {
  const ofKinds = specsOf(section).flatMap(({ table, codeColumn }) =>
    ['asc', 'desc'].map(
      (order) => `(
      select date from ${table}
      where ${codeColumn} = code and until_version = ${STILL_TRUE}
      order by date ${order}
      limit 1
    )`,
    ),
  )
  const rows = await query(
    `
    select code, to_char(min(date), 'YYYY-MM-DD') as first, to_char(max(date), 'YYYY-MM-DD') as last
    from unnest($1::text[]) as code cross join lateral (${ofKinds.join(' union all ')}) as ends
    group by code`,
    [codes],
  )
  return new Map(
    z
      .array(endsRow)
      .parse(rows)
      .map((own) => [own.code, own]),
  )
}

async function checkLimits(file: CatalogueFile, { query, stored, faults }: Context): Promise<void> {
  for (const [index, { code, dailyReturnMax }] of file.markets.entries()) {
    const known = stored.markets.find((market) => market.code === code)
    const limit = dailyReturnMax ?? DAILY_RETURN_MAX
    if (known === undefined || limit >= (known.dailyReturnMax ?? DAILY_RETURN_MAX)) continue
    const largest = await readLargest(query, code)
    if (largest === undefined || Math.abs(largest.value) <= limit) continue
    const usual = dailyReturnMax === null ? ` (empty, it is ${DAILY_RETURN_MAX})` : ''
    const remedy = `${largest.code} has a return of ${largest.value} on ${largest.date}: write ${Math.abs(largest.value)} or more${usual}, or restate that return first.`
    faults.add({
      column: `markets[${index}].dailyReturnMax`,
      value: String(dailyReturnMax ?? ''),
      rule: 'catalogue-contradiction',
      remedy,
    })
  }
}

const largestReturn = z.object({ code: z.string(), date: z.iso.date(), value: z.number() })

/** Reads the return of largest absolute value among a market's series; undefined when they have none. */
async function readLargest(query: Query, market: string) {
  const ofKinds = (['factors', 'portfolios', 'indices'] as const).flatMap((section) =>
    specsOf(section)
      .filter(({ values }) => values === 'returns')
      .map(({ table, codeColumn, legs }) => {
        const series = SERIES_TABLES[section]
        const each = legs.map(({ stored }) => `(${stored})`).join(', ')
        return `
          select code, date, value
          from ${series} join ${table} on ${codeColumn} = code cross join lateral (values ${each}) as leg (value)
          where market_code = $1 and until_version = ${STILL_TRUE}`
      }),
  )
  const rows = await query(
    `
    select code, to_char(date, 'YYYY-MM-DD') as date, value
    from (${ofKinds.join(' union all ')}) as returns
    order by abs(value) desc, date, code
    limit 1`,
    [market],
  )
  return z.array(largestReturn).parse(rows)[0]
}

function specsOf(section: Section) {
  return KINDS.map((kind) => RETURN_KINDS[kind]).filter((spec) => spec.section === section)
}
