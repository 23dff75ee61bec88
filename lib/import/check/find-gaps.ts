import type { Client } from 'pg'
import { z } from 'zod'
import { NO_CALENDAR, tradingDays, unknownYears } from '@/lib/calendar/trading-calendar'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { SeriesOutcome } from '@/lib/import/outcome/import-outcome'
import type { Warning } from '@/lib/import/outcome/warning'
import type { SeriesLife } from './check-date'

const previousRow = z.object({ code: z.string(), previous: z.string().nullable() })
const dateRow = z.object({ code: z.string(), date: z.string() })

interface Given {
  kind: ReturnKind
  series: SeriesOutcome[]
  /** The known series of that kind, by code. */
  lives: ReadonlyMap<string, SeriesLife>
}

/**
 * Finds trading days without a return between the last stored day before the file and the file's last day, in years whose
 * closures are known. Consecutive days are one warning. The file is written already.
 */
export async function findGaps(client: Client, { kind, series, lives }: Given): Promise<Warning[]> {
  const previous = await previousDays(client, kind, series)
  const spans = series.flatMap((own) => {
    const before = previous.get(own.code) ?? null
    const { calendar } = lives.get(own.code) ?? { calendar: NO_CALENDAR }
    const [from, to] = [before ?? own.from, own.to]
    const days = tradingDays(calendar, from, to)
    const rows = own.rowsNew + own.rowsRestated + own.rowsUnchanged + (before === null ? 0 : 1)
    const isFull = rows === days.length && unknownYears(calendar, from, to).length === 0
    return isFull || days.length === 0 ? [] : [{ code: own.code, days }]
  })
  if (spans.length === 0) return []
  const there = await datesOf(
    client,
    kind,
    spans.map(({ code }) => code),
  )
  return spans.flatMap(({ code, days }) => mergeDays(code, days, there.get(code) ?? new Set()))
}

/** Returns, by code, the last stored day before the file's first; null when there is none. */
async function previousDays(client: Client, kind: ReturnKind, series: SeriesOutcome[]) {
  const { table, codeColumn } = RETURN_KINDS[kind]
  const text = `
    select own.code, (
      select max(date) from ${table}
      where ${codeColumn} = own.code and until_version = ${STILL_TRUE} and date < own.first
    )::text as previous
    from json_to_recordset($1::json) as own (code text, first date)`
  const own = series.map(({ code, from }) => ({ code, first: from }))
  const { rows } = await client.query(text, [JSON.stringify(own)])
  return new Map(
    z
      .array(previousRow)
      .parse(rows)
      .map(({ code, previous }) => [code, previous]),
  )
}

async function datesOf(client: Client, kind: ReturnKind, codes: string[]): Promise<Map<string, Set<string>>> {
  const { table, codeColumn } = RETURN_KINDS[kind]
  const text = `
    select ${codeColumn} as code, date::text from ${table} where ${codeColumn} = any($1) and until_version = ${STILL_TRUE}`
  const dates = new Map(codes.map((code) => [code, new Set<string>()]))
  for (const { code, date } of z.array(dateRow).parse((await client.query(text, [codes])).rows))
    dates.get(code)?.add(date)
  return dates
}

function mergeDays(code: string, days: string[], there: ReadonlySet<string>): Warning[] {
  const gaps: string[][] = []
  for (const [index, day] of days.entries()) {
    if (there.has(day)) continue
    const isNext = index > 0 && gaps.at(-1)?.at(-1) === days[index - 1]
    if (isNext) gaps.at(-1)?.push(day)
    else gaps.push([day])
  }
  return gaps.flatMap((gap) => {
    const [from, to] = [gap[0], gap.at(-1)]
    if (from === undefined || to === undefined) return []
    const detail = gap.length === 1 ? 'One trading day is missing.' : `${gap.length} trading days are missing.`
    return [{ rule: 'gap-of-trading-days', series: code, column: null, from, to, detail }]
  })
}
