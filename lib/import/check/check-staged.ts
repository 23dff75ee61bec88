import type { Client } from 'pg'
import { z } from 'zod'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { checkTradingDay } from './check-date'
import { VALUES_MIN } from './check-magnitude'
import type { SeriesCatalogue } from './series-catalogue'

interface Context {
  catalogue: SeriesCatalogue
  /** ISO date after which there can be no return. */
  today: string
}

const seriesRow = z.object({
  code: z.string(),
  first: z.string(),
  last: z.string(),
  twice: z.int(),
  least: z.number(),
  most: z.number(),
  values: z.int(),
  usual: z.int(),
  /** Is no mean error below zero? */
  areErrorsFine: z.boolean(),
})

/**
 * Returns whether no row of `staged` breaks a rule of check-rows or check-magnitude, checked for whole series. It does
 * not find the row or the rule: the file is then read row by row, which reports them.
 */
export async function isFaultless(client: Client, kind: ReturnKind, { catalogue, today }: Context): Promise<boolean> {
  const series = z.array(seriesRow).parse((await client.query(extremesOf(kind))).rows)
  const { section, values } = RETURN_KINDS[kind]
  const isFine = series.every(({ code, first, last, twice, least, most, areErrorsFine }) => {
    const life = catalogue[section].get(code)
    if (life === undefined || twice > 0 || first < life.inception || last > today || !areErrorsFine) return false
    if (life.ended !== null && last > life.ended) return false
    const limit = values === 'returns' ? life.returnMax : 1
    return Math.abs(least) <= limit && Math.abs(most) <= limit && (values !== 'returns' || least > -1)
  })
  if (!isFine || series.length === 0 || (values === 'returns' && !isPlausible(series))) return false
  return areTradingDays(client, catalogue[section])
}

const dayRow = z.object({ date: z.string() })

/** Checks each day once for each market, not for each series: a million rows have some thousand days. */
async function areTradingDays(client: Client, lives: SeriesCatalogue['factors']): Promise<boolean> {
  const calendars = new Map([...lives.values()].map(({ market, calendar }) => [market, calendar]))
  for (const [market, calendar] of calendars) {
    const codes = [...lives].filter(([, life]) => life.market === market).map(([code]) => code)
    const { rows } = await client.query(DAYS, [codes])
    const days = z.array(dayRow).parse(rows)
    if (days.some(({ date }) => checkTradingDay(date, { market, calendar }) !== null)) return false
  }
  return true
}

const DAYS = `
  select to_char(date, 'YYYY-MM-DD') as date
  from (select distinct date from staged where code = any($1)) as days`

/** Returns whether the median of the values other than zero is plausible, as in check-magnitude, but by counting. */
function isPlausible(series: z.infer<typeof seriesRow>[]): boolean {
  const values = series.reduce((sum, row) => sum + row.values, 0)
  const usual = series.reduce((sum, row) => sum + row.usual, 0)
  return values < VALUES_MIN || usual > values >> 1
}

function extremesOf(kind: ReturnKind): string {
  const legs = RETURN_KINDS[kind].legs.map(({ stored }) => stored)
  const errors = RETURN_KINDS[kind].legs.filter(({ isError }) => isError).map(({ stored }) => stored)
  const areFine = errors.map((leg) => ` and coalesce(least_${leg} >= 0, true)`).join('')
  const each = (column: string, between = ', ') => legs.map((leg) => `${column}_${leg}`).join(between)
  return `
    select code, to_char(first, 'YYYY-MM-DD') as first, to_char(last, 'YYYY-MM-DD') as last, twice,
           least(${each('least')})    as least,
           greatest(${each('most')})  as most,
           ${each('values', ' + ')}   as values,
           ${each('usual', ' + ')}    as usual,
           true${areFine}             as "areErrorsFine"
    from staged_series`
}
