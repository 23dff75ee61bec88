import type { Translator } from '@/lib/translate'
import type { MeasuredSeries } from './measured-series'
import type { MissingNote } from './report'
import type { TradingWindows } from './trading-windows'

/** More missing days than this are told as a range. */
const DAYS_NAMED = 3

interface Named {
  series: MeasuredSeries
  name: string
}

/** One note for each series that lacks a day of the year's or the week's window, lettered in the order of the tables. */
export function missingNotes(rows: Named[], windows: TradingWindows, t: Translator): MissingNote[] {
  return rows
    .map(({ series, name }) => ({ code: series.code, text: reason(series, name, windows, t) }))
    .filter((note): note is { code: string; text: string } => note.text !== null)
    .map((note, index) => ({ ...note, letter: letterOf(index) }))
}

function reason(series: MeasuredSeries, name: string, windows: TradingWindows, t: Translator): string | null {
  const firstDay = windows.days[Math.min(windows.year.from, windows.week.from)] as string
  const asOf = windows.days.at(-1) as string
  const missing = missingDays(series, firstDay, windows.days)
  if (missing.length === 0) {
    return series.inception > firstDay ? t('missing.before-inception', { name, inception: series.inception }) : null
  }
  const known = missing.filter((day) => day >= series.inception)
  if (known.length === 0) return t('missing.before-inception', { name, inception: series.inception })
  const lastKnown = lastDay(series, windows.days)
  if (lastKnown && missing.every((day) => day > lastKnown)) return t('missing.ended', { name, last: lastKnown })
  if (known.length <= DAYS_NAMED) return t('missing.gap', { name, dates: known.join(t('keyPoints.comma')) })
  return t('missing.gapMany', { name, first: known[0] ?? asOf, last: known.at(-1) ?? asOf, count: known.length })
}

function missingDays({ primary, excess }: MeasuredSeries, from: string, days: string[]): string[] {
  const legs = [primary.leg, primary.against, ...(excess ? [excess.against] : [])]
  return days.filter((day, position) => day >= from && legs.some((leg) => leg[position] === null))
}

function lastDay({ primary }: MeasuredSeries, days: string[]): string | undefined {
  return days.findLast((_, position) => primary.leg[position] !== null)
}

/** a, b, … z, aa, ab, … */
function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter
}
