import { lateStart } from '@/lib/analysis/late-start'
import type { MeasuredSeries } from '@/lib/analysis/measured-series'
import { lastKnownDay, missingDays } from '@/lib/analysis/missing-days'
import type { TradingWindows } from '@/lib/analysis/trading-windows'
import type { Translator } from '@/lib/messages/translate'
import type { MissingNote } from '@/lib/report/model/report'

/** Above this number, missing days are given as a range. */
const MAX_NAMED_DAYS = 3

interface Named {
  series: MeasuredSeries
  name: string
  /** Why the series ended; null while it goes on. */
  endedReason: string | null
}

/** Returns a note for each series that lacks a day of the year or week window, lettered in the order of the tables. */
export function missingNotes(rows: Named[], windows: TradingWindows, t: Translator): MissingNote[] {
  return rows
    .map((row) => ({ code: row.series.code, text: missingReason(row, windows, t) }))
    .filter((note): note is { code: string; text: string } => note.text !== null)
    .map((note, index) => ({ ...note, letter: letterOf(index) }))
}

/** Returns why a series lacks a day of the year or week window; null when it lacks none. */
export function missingReason(
  { series, name, endedReason }: Named,
  windows: TradingWindows,
  t: Translator,
): string | null {
  // The week may begin in the year before.
  const missing = missingDays(series, windows.days, Math.min(windows.year.from, windows.week.from))
  if (missing.length === 0) return null
  const lost = missing.filter((day) => day >= series.inception)
  const [first, last] = [lost[0], lost.at(-1)]
  if (!first || !last) return t('missing.before-inception', { name, inception: series.inception })
  const { ended, inception } = series
  const dataFrom = lateStart({ inception, leg: series.primary.leg }, windows.days)
  if (dataFrom !== null && first < dataFrom) {
    const count = lost.filter((day) => day > dataFrom).length
    return t('missing.dataFrom', { name, first: dataFrom, inception, count })
  }
  if (ended !== null && endedReason !== null && first > ended) {
    return t('missing.afterEnd', { name, ended, reason: endedReason })
  }
  const lastKnown = lastKnownDay(series, windows.days)
  if (lastKnown && first > lastKnown) return t('missing.ended', { name, last: lastKnown })
  if (lost.length <= MAX_NAMED_DAYS) return t('missing.gap', { name, dates: lost.join(t('keyPoints.comma')) })
  return t('missing.gapMany', { name, first, last, count: lost.length })
}

/** Returns a, b, … z, aa, ab, … */
function letterOf(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26))
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter
}
