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
  const differing = own.given.map((leg, index) => leg.map((value, day) => isOther(value, own.stored[index]?.[day])))
  if (count(differing) < DAYS_MIN) return null
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

function isOther(value: number, before: number | null | undefined): boolean {
  return before !== null && before !== undefined && before !== value
}

function count(flags: boolean[][]): number {
  return flags[0]?.filter((_, day) => flags.some((leg) => leg[day])).length ?? 0
}

/** Root mean square of the differences where both are known; null where fewer than half of the values are. */
function distance(given: Compared['given'], stored: Compared['stored']): number | null {
  let [sum, known, all] = [0, 0, 0]
  for (const [leg, values] of given.entries()) {
    for (const [day, value] of values.entries()) {
      const other = stored[leg]?.[day] ?? null
      all += 1
      if (other === null) continue
      known += 1
      sum += (value - other) ** 2
    }
  }
  return known * 2 < all || known < DAYS_MIN ? null : Math.sqrt(sum / known)
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
  let [products, squares] = [0, 0]
  for (const [leg, values] of given.entries()) {
    for (const [day, value] of values.entries()) {
      const other = stored[leg]?.[day] ?? 0
      products += value * other
      squares += other ** 2
    }
  }
  return products > 0 && squares > 0 ? products / squares : null
}

/** Returns whether every given value is the stored one with fewer decimals, and some stored values have more. */
function isRounded({ given, stored }: Compared): boolean {
  const pairs = given.flatMap((leg, index) =>
    leg.flatMap((value, day) => {
      const before = stored[index]?.[day] ?? null
      return before === null ? [] : [[value, before] as const]
    }),
  )
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
