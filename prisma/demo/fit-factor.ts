import { at } from './at'
import { shiftSpans, signByRank } from './calibrate'
import type { Legs } from './factors'
import type { PublishedFactor, PublishedFigures } from './published'
import { compoundOver, type Span, spanOf } from './span'
import {
  AUGUST_BEFORE_LAST_WEEK,
  aimSegments,
  apartFrom,
  LAST_WEEK,
  type Windows,
  windowReturns,
  without,
} from './windows'

const MONTHS_BEFORE_AUGUST = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05', '2024-06', '2024-07']

/** Smallest difference of a month before scaling, so that rounding changes no win. */
const FLOOR = 0.003

/**
 * Fits legs so that 2024 gives the published figures. Each month before August, August without its last week, and that
 * week get a target return; their days are shifted slightly to meet it.
 * @param days trading days since the factor's inception; `legs` and `benchmark` have one return for each
 */
export function fitFactor(
  days: readonly string[],
  legs: Legs,
  benchmark: readonly number[],
  published: PublishedFactor,
): Legs {
  const months = MONTHS_BEFORE_AUGUST.map((month) => spanOf(days, `${month}-01`, `${month}-31`))
  const market = overEach(months, benchmark)
  const [long, short] = [overEach(months, legs.long), overEach(months, legs.short)]

  const longWindows = apartFrom(windowReturns(days, benchmark), 1, published.longExcess)
  const longMonths = aimMonths(market, 1, signMonths(subtract(long, market), published.longExcess), longWindows)

  const shortWindows = apartFrom(longWindows, -1, published.longShort)
  const shortMonths = aimMonths(longMonths, -1, signMonths(subtract(long, short), published.longShort), shortWindows)

  const august = [AUGUST_BEFORE_LAST_WEEK, LAST_WEEK].map(({ from, to }) => spanOf(days, from, to))
  const spans = [...months, ...august]
  return {
    long: shiftSpans(legs.long, spans, [...longMonths, ...augustTargets(longWindows)]),
    short: shiftSpans(legs.short, spans, [...shortMonths, ...augustTargets(shortWindows)]),
  }
}

/** Gives the simulated differences of the months before August the signs that make the published wins. */
function signMonths(differences: number[], { mtd, wins }: PublishedFigures): number[] {
  return signByRank(differences, mtd > 0 ? wins - 1 : wins, FLOOR)
}

function aimMonths(from: number[], side: 1 | -1, differences: number[], { ytd, mtd }: Windows): number[] {
  return aimSegments(from, side, differences, without(ytd, mtd))
}

function augustTargets({ mtd, week }: Windows): [beforeLastWeek: number, lastWeek: number] {
  return [without(mtd, week), week]
}

function overEach(spans: readonly Span[], returns: readonly number[]): number[] {
  return spans.map((span) => compoundOver(returns, span))
}

function subtract(values: readonly number[], others: readonly number[]): number[] {
  return values.map((value, index) => value - at(others, index))
}
