import { mondayOf } from '@/lib/base/dates'
import { at } from './at'
import { shiftSpans, signByRank } from './calibrate'
import type { PublishedPortfolio } from './published'
import { compoundOver, type Span, spanOf } from './span'
import { AUGUST, aimSegments, apartFrom, LAST_WEEK, windowReturns, without, YEAR } from './windows'

/** Smallest excess of a part of a week before scaling, so that rounding changes no win. */
const FLOOR = 0.0008

/** A week of 2024 before the last, or its part in July or August. */
interface WeekPart {
  monday: string
  inAugust: boolean
  span: Span
  /** Excess of the portfolio over its index, simulated or wanted, decimal fraction. */
  excess: number
}

/**
 * Fits a portfolio's returns so that 2024 gives the published figures. Each week gets a target return, and its days are
 * shifted slightly to meet it; the week in July and August gets two targets of the same sign.
 * @param days trading days since the portfolio's inception; `returns` and `benchmark` have one value for each
 */
export function fitPortfolio(
  days: readonly string[],
  returns: readonly number[],
  benchmark: readonly number[],
  { excess }: PublishedPortfolio,
): number[] {
  const targets = apartFrom(windowReturns(days, benchmark), 1, excess)
  const wished = signWeeks(listWeekParts(days, returns, benchmark), excess.week > 0 ? excess.wins - 1 : excess.wins)
  const untilJuly = wished.filter(({ inAugust }) => !inAugust)
  const august = wished.filter(({ inAugust }) => inAugust)
  const spans = [...untilJuly, ...august].map(({ span }) => span)
  return shiftSpans(
    returns,
    [...spans, spanOf(days, LAST_WEEK.from, LAST_WEEK.to)],
    [
      ...aimParts(untilJuly, benchmark, without(targets.ytd, targets.mtd)),
      ...aimParts(august, benchmark, without(targets.mtd, targets.week)),
      targets.week,
    ],
  )
}

function listWeekParts(days: readonly string[], returns: readonly number[], benchmark: readonly number[]): WeekPart[] {
  const open = days.filter((date) => date >= YEAR.from && date < LAST_WEEK.from)
  const keys = new Set(open.map((date) => `${mondayOf(date)} ${date >= AUGUST.from}`))
  return [...keys].map((key) => {
    const dates = open.filter((date) => `${mondayOf(date)} ${date >= AUGUST.from}` === key)
    const span = spanOf(days, at(dates, 0), at(dates, dates.length - 1))
    return {
      monday: mondayOf(at(dates, 0)),
      inAugust: at(dates, 0) >= AUGUST.from,
      span,
      excess: compoundOver(returns, span) - compoundOver(benchmark, span),
    }
  })
}

/** Gives the `wins` best weeks a positive excess in each part, and the other weeks a negative one. */
function signWeeks(parts: WeekPart[], wins: number): WeekPart[] {
  const mondays = [...new Set(parts.map(({ monday }) => monday))]
  const weekly = mondays.map((monday) =>
    parts.filter((part) => part.monday === monday).reduce((sum, { excess }) => sum + excess, 0),
  )
  const signed = signByRank(weekly, wins, FLOOR)
  return parts.map((part) => {
    const sign = Math.sign(at(signed, mondays.indexOf(part.monday)))
    return { ...part, excess: sign * Math.sqrt(part.excess * part.excess + FLOOR * FLOOR) }
  })
}

function aimParts(parts: WeekPart[], benchmark: readonly number[], total: number): number[] {
  const from = parts.map(({ span }) => compoundOver(benchmark, span))
  return aimSegments(
    from,
    1,
    parts.map(({ excess }) => excess),
    total,
  )
}
