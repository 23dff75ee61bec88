import type { HoldRule } from '@/lib/import/outcome/hold'

/** The legs of a series on the days that a file restates: given values, and stored ones on the same and other days. */
export interface Compared {
  /** By leg, each with one value a day, oldest first. */
  given: readonly (readonly number[])[]
  /** The same length; null where the store has no value. */
  stored: readonly (readonly (number | null)[])[]
}

export interface Likeness {
  rule: HoldRule
  /** How the given values come from stored ones, such as "of one day later". */
  how: string
}

/** Days with another value that a likeness needs. */
const DAYS_MIN = 5
/** Largest distance to the explanation, as a share of the distance to the stored values. */
const DISTANCE_MAX = 0.1
/** Factors nearer to 1 than this are corrections. */
const FACTOR_APART = 0.02
const DECIMALS_MAX = 6

/**
 * Explains restated values as a mistake: stored values of another day, with the other sign, of another leg or series, a
 * multiple, their sums, or fewer decimals.
 * @param others stored legs of other series on the same days, by code
 * @returns null when nothing explains them, as with honest corrections
 */
export function likenessOf(own: Compared, others: ReadonlyMap<string, Compared['stored']>): Likeness | null {
  if (countOtherDays(own) < DAYS_MIN) return null
  if (isRounded(own)) return { rule: 'rounded', how: 'rounded' }
  const plain = distance(own.given, own.stored)
  if (plain === null || plain === 0) return null
  const explains = (stored: Compared['stored']) => {
    const left = distance(own.given, stored)
    return left !== null && left <= DISTANCE_MAX * plain
  }
  return explanations(own, others).find(({ stored }) => explains(stored)) ?? null
}

function explanations({ given, stored }: Compared, others: ReadonlyMap<string, Compared['stored']>) {
  const each = (change: (leg: readonly (number | null)[]) => (number | null)[]) => stored.map(change)
  const times = factorOf(given, stored)
  return [
    { rule: 'shifted', how: 'of the previous trading day', stored: each((leg) => [null, ...leg.slice(0, -1)]) },
    { rule: 'shifted', how: 'of the next trading day', stored: each((leg) => [...leg.slice(1), null]) },
    { rule: 'signs-turned', how: 'with the opposite sign', stored: each((leg) => leg.map((value) => value && -value)) },
    ...(stored.length > 1
      ? [{ rule: 'legs-swapped' as const, how: 'with the first two legs swapped', stored: swapped(stored) }]
      : []),
    { rule: 'cumulated', how: 'added up', stored: each(cumulated) },
    ...(times !== null && Math.abs(times - 1) > FACTOR_APART
      ? [
          {
            rule: 'rescaled' as const,
            how: `times ${Number(times.toPrecision(3))}`,
            stored: each((leg) => leg.map((value) => value && value * times)),
          },
        ]
      : []),
    ...[...others].map(([code, legs]) => ({ rule: 'series-swapped' as const, how: `of ${code}`, stored: legs })),
  ] satisfies (Likeness & { stored: Compared['stored'] })[]
}

/** Counts the days on which a leg has another value than the store. */
function countOtherDays({ given, stored }: Compared): number {
  const [days = []] = given
  const isOther = (day: number) =>
    given.some((leg, index) => {
      const before = stored[index]?.[day] ?? null
      return before !== null && before !== leg[day]
    })
  return days.filter((_, day) => isOther(day)).length
}

/** Returns each given value with its stored one, of all legs, where both are known. */
function pairsOf(given: Compared['given'], stored: Compared['stored']): [value: number, before: number][] {
  return given.flatMap((leg, index) =>
    leg.flatMap((value, day): [number, number][] => {
      const before = stored[index]?.[day] ?? null
      return before === null ? [] : [[value, before]]
    }),
  )
}

/** Root mean square of the differences where both are known; null where fewer than half of the values are. */
function distance(given: Compared['given'], stored: Compared['stored']): number | null {
  const pairs = pairsOf(given, stored)
  if (pairs.length * 2 < given.flat().length || pairs.length < DAYS_MIN) return null
  return Math.sqrt(pairs.reduce((sum, [value, before]) => sum + (value - before) ** 2, 0) / pairs.length)
}

function swapped([first = [], second = [], ...rest]: Compared['stored']): Compared['stored'] {
  return [second, first, ...rest]
}

/** Compounds the returns from the first day on; null from the first missing one on. */
function cumulated(leg: readonly (number | null)[]): (number | null)[] {
  let growth: number | null = 1
  return leg.map((value) => {
    growth = growth === null || value === null ? null : growth * (1 + value)
    return growth === null ? null : growth - 1
  })
}

/** The factor that brings the stored values nearest to the given ones; null when it is not positive. */
function factorOf(given: Compared['given'], stored: Compared['stored']): number | null {
  const pairs = pairsOf(given, stored)
  const products = pairs.reduce((sum, [value, before]) => sum + value * before, 0)
  const squares = pairs.reduce((sum, [, before]) => sum + before ** 2, 0)
  return products > 0 && squares > 0 ? products / squares : null
}

/** Returns whether every given value is the stored one with fewer decimals, and some stored values have more. */
function isRounded({ given, stored }: Compared): boolean {
  const pairs = pairsOf(given, stored)
  const decimals = Math.max(...pairs.map(([value]) => decimalsOf(value)))
  // A leg of zeros is a finding of its own.
  if (decimals > DECIMALS_MAX || pairs.every(([value]) => value === 0)) return false
  const half = 0.5001 * 10 ** -decimals
  return pairs.every(([value, before]) => Math.abs(value - before) <= half)
}

/** Counts the decimals of a number; one more than the largest number of interest when it has more. */
function decimalsOf(value: number): number {
  for (let decimals = 0; decimals <= DECIMALS_MAX; decimals += 1) {
    const scaled = value * 10 ** decimals
    if (Math.abs(scaled - Math.round(scaled)) < 1e-7) return decimals
  }
  return DECIMALS_MAX + 1
}
