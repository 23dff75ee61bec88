import { z } from 'zod'
import { addDays } from '@/lib/base/dates'
import { tradingDays, unknownYears } from '@/lib/calendar/trading-calendar'
import type { CatalogueFile, CompleteCatalogue } from '@/lib/catalogue/catalogue-schema'
import { KINDS, RETURN_KINDS, type ReturnKind, SERIES_TABLES } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { Query } from '@/lib/db/query'
import type { SeriesOutcome } from '@/lib/import/outcome/import-outcome'
import type { Warning } from '@/lib/import/outcome/warning'
import type { SeriesLife } from './check-date'

interface Given {
  kind: ReturnKind
  /** The data version that the load of the file opened; null when no row changed. */
  version: number | null
  series: SeriesOutcome[]
  /** The known series of that kind, by code. */
  lives: ReadonlyMap<string, SeriesLife>
}

const firstRow = z.object({ code: z.string(), first: z.iso.date(), since: z.int(), isRestated: z.boolean() })

/**
 * Finds series whose first data come with this file, and after a trading day since their inception. All files of the load
 * are written already.
 */
export async function findLateStarts(query: Query, { kind, version, series, lives }: Given): Promise<Warning[]> {
  const firsts = await readFirstDays(
    query,
    kind,
    series.map(({ code }) => code),
  )
  const starts = firsts.flatMap(({ code, first, since, isRestated }) => {
    const life = lives.get(code)
    return life !== undefined && since === version && !isRestated ? [{ code, first, life }] : []
  })
  return lateOf(query, starts)
}

/** Codes of series whose inception a catalogue changes, by section. */
export type ChangedInceptions = Record<Section, string[]>

export function changedInceptions(file: CatalogueFile, stored: CompleteCatalogue): ChangedInceptions {
  const changed = (section: Section) => {
    const before = new Map(stored[section].map(({ code, inception }) => [code, inception]))
    return file[section].flatMap(({ code, inception }) => ((before.get(code) ?? inception) === inception ? [] : [code]))
  }
  return { factors: changed('factors'), portfolios: changed('portfolios'), indices: changed('indices') }
}

interface Changed {
  /** The data version that the catalogue opened. */
  version: number
  inceptions: ChangedInceptions
  /** The known series. */
  catalogue: Record<Section, ReadonlyMap<string, SeriesLife>>
}

/**
 * Finds series whose inception a catalogue changed to a day with a trading day between it and their first data. All files
 * of the load are written already, since one may have these days; findLateStarts says it of first data that one brings.
 */
export async function findLateInceptions(
  query: Query,
  { version, inceptions, catalogue }: Changed,
): Promise<Warning[]> {
  const warnings: Warning[] = []
  for (const [section, kind] of RETURNS_OF) {
    if (inceptions[section].length === 0) continue
    const firsts = await readFirstDays(query, kind, inceptions[section])
    const starts = firsts.flatMap(({ code, first, since, isRestated }) => {
      const life = catalogue[section].get(code)
      return life !== undefined && (since < version || isRestated) ? [{ code, first, life }] : []
    })
    warnings.push(...(await lateOf(query, starts)))
  }
  return warnings
}

const RETURNS_OF = [
  ['factors', 'factor_returns'],
  ['portfolios', 'portfolio_returns'],
  ['indices', 'index_returns'],
] as const

type Section = (typeof RETURNS_OF)[number][0]

type FirstRow = z.infer<typeof firstRow>

/** Reads the first stored day of each series of a kind that has any, since which version, and whether it had a value before. */
async function readFirstDays(query: Query, kind: ReturnKind, codes: string[]): Promise<FirstRow[]> {
  const { table, codeColumn } = RETURN_KINDS[kind]
  const text = `
    select code, to_char(date, 'YYYY-MM-DD') as first, since_version as since, exists (
      select from ${table} as earlier
      where earlier.${codeColumn} = code and earlier.date = oldest.date and earlier.until_version = oldest.since_version
    ) as "isRestated"
    from unnest($1::text[]) as code cross join lateral (
      select date, since_version from ${table}
      where ${codeColumn} = code and until_version = ${STILL_TRUE}
      order by date
      limit 1
    ) as oldest`
  return z.array(firstRow).parse(await query(text, [codes]))
}

interface Start {
  code: string
  /** First day with data. */
  first: string
  life: Pick<SeriesLife, 'market' | 'calendar' | 'inception'>
}

/** Returns a warning for each series that begins after a trading day since its inception. */
async function lateOf(query: Query, starts: Start[]): Promise<Warning[]> {
  const warnings: Warning[] = []
  for (const start of starts) {
    const { code, first, life } = start
    if (first <= life.inception || !(await hasTradingDay(query, start))) continue
    const detail = `The catalogue says ${life.inception}, and it has data from ${first}: load the days before, or correct the inception.`
    warnings.push({ rule: 'begins-late', series: code, column: null, from: life.inception, to: first, detail })
  }
  return warnings
}

/** Returns whether the market traded from the inception to the day before the first data. */
async function hasTradingDay(query: Query, { first, life }: Start): Promise<boolean> {
  const last = addDays(first, -1)
  if (tradingDays(life.calendar, life.inception, last).length > 0) return true
  if (unknownYears(life.calendar, life.inception, last).length === 0) return false
  // In years whose closures are not known, the days in the data of the market are its trading days.
  return z.array(z.unknown()).parse(await query(DAYS, [life.market, life.inception, last])).length > 0
}

const DAYS = `
  select 1
  from (${KINDS.filter((kind) => RETURN_KINDS[kind].values === 'returns')
    .map((kind) => {
      const { table, codeColumn, section } = RETURN_KINDS[kind]
      return `
        select date from ${SERIES_TABLES[section]} join ${table} on ${codeColumn} = code
        where market_code = $1 and until_version = ${STILL_TRUE} and date between $2::date and $3::date`
    })
    .join(' union all ')}) as observed
  limit 1`
