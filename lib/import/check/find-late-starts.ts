import { z } from 'zod'
import { addDays } from '@/lib/base/dates'
import { tradingDays, unknownYears } from '@/lib/calendar/trading-calendar'
import type { CatalogueFile, CompleteCatalogue } from '@/lib/catalogue/catalogue-schema'
import { KINDS, RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { Query } from '@/lib/db/query'
import type { SeriesOutcome } from '@/lib/import/outcome/import-outcome'
import type { Warning } from '@/lib/import/outcome/warning'
import { seriesOf, withAssumed } from './assumed-catalogue'
import type { SeriesLife } from './check-date'

interface Staged {
  kind: ReturnKind
  series: SeriesOutcome[]
  /** The known series of that kind, by code. */
  lives: ReadonlyMap<string, SeriesLife>
}

const firstRow = z.object({ code: z.string(), first: z.iso.date().nullable() })

/**
 * Finds series whose first data come with this file, and after a trading day since their inception. Call it inside the
 * load, before any write.
 */
export async function findLateStarts(query: Query, { kind, series, lives }: Staged): Promise<Warning[]> {
  const stored = await readFirstDays(
    query,
    kind,
    series.map(({ code }) => code),
  )
  const starts = series.flatMap(({ code, from }) => {
    const [life, before] = [lives.get(code), stored.get(code) ?? null]
    return life !== undefined && (before === null || from < before) ? [{ code, first: from, life }] : []
  })
  return lateOf(query, starts)
}

/** Finds series whose inception a catalogue changes to a day with a trading day between it and their first data. */
export async function findLateInceptions(
  query: Query,
  file: CatalogueFile,
  stored: CompleteCatalogue,
): Promise<Warning[]> {
  const lives = seriesOf(withAssumed(stored, [file]))
  const warnings: Warning[] = []
  for (const [section, kind] of RETURNS_OF) {
    const before = new Map(stored[section].map(({ code, inception }) => [code, inception]))
    const changed = file[section].filter(({ code, inception }) => (before.get(code) ?? inception) !== inception)
    if (changed.length === 0) continue
    const codes = changed.map(({ code }) => code)
    const firstDays = await readFirstDays(query, kind, codes)
    const starts = codes.flatMap((code) => {
      const [life, first] = [lives[section].get(code), firstDays.get(code)]
      return life !== undefined && typeof first === 'string' ? [{ code, first, life }] : []
    })
    warnings.push(...(await lateOf(query, starts)))
  }
  return warnings
}

const RETURNS_OF = [
  ['factors', 'factor_returns'],
  ['portfolios', 'portfolio_returns'],
] as const

/** Reads the first stored day of each series of a kind; null where it has none. */
async function readFirstDays(query: Query, kind: ReturnKind, codes: string[]): Promise<Map<string, string | null>> {
  const { table, codeColumn } = RETURN_KINDS[kind]
  const text = `
    select code, (
      select to_char(min(date), 'YYYY-MM-DD') from ${table} where ${codeColumn} = code and until_version = ${STILL_TRUE}
    ) as first
    from unnest($1::text[]) as code`
  const rows = z.array(firstRow).parse(await query(text, [codes]))
  return new Map(rows.map(({ code, first }) => [code, first]))
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
        select date from ${section === 'factors' ? 'factor' : 'portfolio'} join ${table} on ${codeColumn} = code
        where market_code = $1 and until_version = ${STILL_TRUE} and date between $2::date and $3::date`
    })
    .join(' union all ')}) as observed
  limit 1`
