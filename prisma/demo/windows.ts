/** The published windows of 2024 and the segments between them. Returns are decimal fractions. */
import { at } from './at'
import { scaleToReturn } from './calibrate'
import type { PublishedFigures } from './published'
import { compound, compoundOver, spanOf } from './span'

export const YEAR = { from: '2024-01-01', to: '2024-08-30' }
export const AUGUST = { from: '2024-08-01', to: '2024-08-30' }
export const LAST_WEEK = { from: '2024-08-26', to: '2024-08-30' }
export const AUGUST_BEFORE_LAST_WEEK = { from: '2024-08-01', to: '2024-08-25' }

/** Replaces a published 0.00: it rounds to 0 but is not a tie. */
const NEARLY_ZERO = 0.00001

/** The returns of the three published windows. */
export interface Windows {
  week: number
  mtd: number
  ytd: number
}

export function windowReturns(days: readonly string[], returns: readonly number[]): Windows {
  const over = ({ from, to }: { from: string; to: string }) => compoundOver(returns, spanOf(days, from, to))
  return { week: over(LAST_WEEK), mtd: over(AUGUST), ytd: over(YEAR) }
}

/** Computes the returns of a leg that is above (`side` 1) or below (-1) `from` by the published differences. */
export function apartFrom(from: Windows, side: 1 | -1, published: PublishedFigures): Windows {
  const target = (base: number, percent: number) => base + side * (percent === 0 ? NEARLY_ZERO : percent / 100)
  return {
    week: target(from.week, published.week),
    mtd: target(from.mtd, published.mtd),
    ytd: target(from.ytd, published.ytd),
  }
}

/** Computes the return of a window without its last part: (1 + whole) / (1 + part) − 1. */
export function without(whole: number, part: number): number {
  return (1 + whole) / (1 + part) - 1
}

/**
 * Computes target returns of consecutive segments that compound to `total`.
 * @param from return of the benchmark of the leg in each segment
 * @param side 1 when the leg is above it by the difference, -1 when below
 * @param differences wanted differences; their sizes are scaled, their signs kept
 */
export function aimSegments(
  from: readonly number[],
  side: 1 | -1,
  differences: readonly number[],
  total: number,
): number[] {
  const legOf = (scaled: readonly number[]) => scaled.map((difference, index) => at(from, index) + side * difference)
  return legOf(scaleToReturn(differences, (scaled) => compound(legOf(scaled)), total))
}
