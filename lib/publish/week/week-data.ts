/** What the gate finds in the daily rows of a week, of all series of a market. */
import { group } from 'd3-array'
import { tradingWindows } from '@/lib/analysis/trading-windows'
import type { ReportDays } from '@/lib/analysis/weeks/report-days'
import { isoWeekOf, positionAfter } from '@/lib/base/dates'
import type { Locale } from '@/lib/base/locale'
import { firstDateOf, periodOf, type WindowKind } from '@/lib/base/window-kind'
import { catalogueForMarket } from '@/lib/catalogue/catalogue-for-market'
import { isInWeek } from '@/lib/catalogue/split-at-end'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { getWeekRows, type WeekRow } from '@/lib/db/queries/get-week-rows'
import { getDataVersions } from '@/lib/db/queries/versions/get-data-versions'
import { translatorFor } from '@/lib/messages/translate'
import type { GateFinding } from './gate-rules'

interface WantedWeek {
  version: number
  locale: Locale
  days: ReportDays
  /** What it is of. */
  window: WindowKind
  /** Last trading day of the week, the month or the quarter, one of `days`. */
  asOf: string
}

interface Entry {
  code: string
  name: string
  inception: string
  ended: string | null
}

/** Equal values in a row that a market does not produce by chance, as in the check of the data. */
const STALE_DAYS = 3

/** Returns the findings in the rows of a week, a month or a quarter: missing days, repeated values, flat days that nobody accepted, first weeks. */
export async function weekDataFindings({ version, locale, days, window, asOf }: WantedWeek): Promise<GateFinding[]> {
  const known = days.days.slice(0, positionAfter(days.days, asOf))
  const { from } = tradingWindows(known, window).week
  const week = known.slice(from)
  const firstDay = week[0] ?? asOf
  // A day before the week shows whether its first day repeats it.
  const recent = known.slice(-Math.max(week.length + 1, STALE_DAYS))
  const { factors, portfolios, indices } = catalogueForMarket(
    await getLocalisedCatalogue({ version, locale }),
    days.market,
  )
  const entries: Entry[] = [...factors, ...portfolios, ...indices].filter(
    (entry) => isInWeek(entry, firstDay) && entry.inception <= asOf,
  )
  const codes = entries.map(({ code }) => code)
  const rows = await getWeekRows({ version, from: recent[0] ?? asOf, to: asOf, codes })
  const byCode = group(rows, ({ code }) => code)
  const t = translatorFor(locale, window)
  const begin = window === 'week' ? isoWeekOf(asOf).monday : firstDateOf(periodOf(asOf, window))
  const rowsOf = ({ code }: Entry) => byCode.get(code) ?? []
  return [
    ...entries.flatMap((entry) => missing(entry)),
    ...entries.flatMap((entry) => stale(entry)),
    ...(await unacceptedDays(rows, week, recent, version)).map(
      ({ rule, date }): GateFinding => ({
        rule: 'hold-not-accepted',
        code: null,
        text: t(`publish.finding-${rule}`, { date }),
      }),
    ),
    ...entries.flatMap((entry) => first(entry)),
  ]

  function missing(entry: Entry): GateFinding[] {
    const { code, name, inception, ended } = entry
    const dates = new Set(rowsOf(entry).map(({ date }) => date))
    const lacking = week.filter((day) => day >= inception && (ended === null || day <= ended) && !dates.has(day))
    if (lacking.length === 0) return []
    return [{ rule: 'series-missing', code, text: t('quality.missing', { name, dates: lacking.join(', ') }) }]
  }

  function stale(entry: Entry): GateFinding[] {
    const { code, name } = entry
    const last = rowsOf(entry).filter(({ date }) => recent.slice(-STALE_DAYS).includes(date))
    const [oldest] = last
    const isStale = last.length === STALE_DAYS && oldest?.legs.some((_, leg) => repeats(last, leg))
    if (!isStale) return []
    return [{ rule: 'series-stale', code, text: t('publish.finding-stale', { name, count: STALE_DAYS, last: asOf }) }]
  }

  function first({ code, name, inception }: Entry): GateFinding[] {
    if (inception < begin) return []
    return [{ rule: 'first-week', code, text: t('publish.finding-first', { name, inception }) }]
  }
}

function repeats(rows: WeekRow[], leg: number): boolean {
  return rows.every(({ legs }) => legs[leg] === rows[0]?.legs[leg])
}

interface FlatDay {
  rule: 'zero-day' | 'repeated-day'
  date: string
}

/**
 * Returns the days of the week on which every return of a kind of series is zero, or that of the day before, unless the load
 * that wrote them accepted it: loads before there were holds, and withdrawals, accepted nothing.
 */
async function unacceptedDays(rows: WeekRow[], week: string[], recent: string[], version: number): Promise<FlatDay[]> {
  const found = [...group(rows, ({ kind }) => kind).values()].flatMap((own) => flatDays(own, week, recent))
  if (found.length === 0) return []
  const accepted = new Map((await getDataVersions({ version })).map((load) => [load.id, load.accepted]))
  const open = found.filter(({ rule, versions }) => versions.some((id) => accepted.get(id)?.includes(rule) !== true))
  return open.map(({ rule, date }) => ({ rule, date }))
}

type WrittenDay = FlatDay & { versions: number[] }

function flatDays(rows: WeekRow[], week: string[], recent: string[]): WrittenDay[] {
  const byDay = group(rows, ({ date }) => date)
  return week.flatMap((date): WrittenDay[] => {
    const own = byDay.get(date) ?? []
    const versions = [...new Set(own.map(({ since }) => since))]
    if (own.length === 0) return []
    if (own.every(({ legs }) => legs.every((value) => value === 0))) return [{ rule: 'zero-day', date, versions }]
    const before = new Map((byDay.get(recent[recent.indexOf(date) - 1] ?? '') ?? []).map((row) => [row.code, row.legs]))
    const isRepeated = own.every(({ code, legs }) => legs.every((value, leg) => value === before.get(code)?.[leg]))
    return isRepeated ? [{ rule: 'repeated-day', date, versions }] : []
  })
}
