import { addDays, daysBetween, decimalYear, monthOf, yearOf } from '@/lib/base/dates'
import type { Tick } from './frame'
import { textWidthPx } from './text-width'

/**
 * Returns marks of a time axis at least `minGapPx` apart whose labels do not touch: years when at least two begin in
 * the span, else months, else days.
 * @param from first ISO date of the axis; `to` the last, not before `from`.
 * @param widthPx length of the axis.
 * @returns at least one tick; `at` in decimal years, ascending, within the span.
 */
export function timeTicks(from: string, to: string, widthPx: number, minGapPx: number): Tick[] {
  const span = decimalYear(to) - decimalYear(from)
  const pxPerYear = span > 0 ? widthPx / span : Number.POSITIVE_INFINITY
  const level = [years, months].map((starts) => starts(from, to)).find((starts) => starts.dates.length >= 2)
  const { dates, perYear, steps, label } = level ?? days(from, to)
  // Two labels that move inward from both ends of a short axis must still be apart.
  const gapPx = Math.max(minGapPx, 2.1 * textWidthPx(label(from), 12))
  const step = steps.find((candidate) => (candidate / perYear) * pxPerYear >= gapPx) ?? dates.length
  return dates.filter((_, index) => index % step === 0).map((date) => ({ at: decimalYear(date), label: label(date) }))
}

interface Level {
  /** Candidate dates for marks, ascending. */
  dates: string[]
  perYear: number
  steps: number[]
  label: (date: string) => string
}

function years(from: string, to: string): Level {
  const starts: string[] = []
  for (let year = Number(yearOf(from)); year <= Number(yearOf(to)); year++) {
    const start = `${String(year).padStart(4, '0')}-01-01`
    if (start >= from) starts.push(start)
  }
  return { dates: starts, perYear: 1, steps: [1, 2, 3, 4, 5, 10, 20, 50, 100], label: yearOf }
}

function months(from: string, to: string): Level {
  const starts: string[] = []
  for (let month = Number(from.slice(5, 7)) - 1; ; month++) {
    const year = Number(yearOf(from)) + Math.floor(month / 12)
    const start = `${String(year).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`
    if (start > to) break
    if (start >= from) starts.push(start)
  }
  return { dates: starts, perYear: 12, steps: [1, 2, 3, 6], label: monthOf }
}

function days(from: string, to: string): Level {
  const dates = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))
  return { dates, perYear: 365, steps: [1, 2, 7, 14, 28], label: (date) => date.slice(5) }
}
