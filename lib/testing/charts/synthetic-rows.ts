import { addDays } from '@/lib/base/dates'
import type { BarRows, FactorPoint, FactorRows, LineRows } from '@/lib/figures/rows/rows'

/** For tests: makes a line of calendar days whose ratio is multiplied by `growth` each day, with an added wave. */
export function syntheticLine(
  days: number,
  growth: number,
  measure: LineRows['measure'] = 'relative-strength',
): LineRows {
  const ratios = Array.from(
    { length: days },
    (_, day) => growth ** day * (1 + 0.03 * Math.sin(day / 9) * Math.sin(day)),
  )
  return {
    shape: 'line',
    measure,
    label: 'Line',
    dates: Array.from({ length: days }, (_, day) => addDays('2013-12-31', day)),
    values: ratios.map((ratio) => (measure === 'relative-strength' ? ratio : ratio - 1)),
  }
}

/** For tests: makes the bars of a factor, in English, from three values for each window. */
export function syntheticBars(values: (number | null)[][]): BarRows {
  const roles = ['leg', 'against', 'net'] as const
  const names = { leg: 'Long', against: 'Short', net: 'Long–short' }
  return {
    shape: 'bars',
    windows: values.map((triple, index) => ({
      label: ['Week', 'Aug', '2024'][index] ?? `Window ${index}`,
      bars: roles.map((role, index) => ({ role, label: names[role], value: triple[index] ?? null })),
    })),
  }
}

/** For tests: makes one factor for each pair of values, sorted by falling first value. */
export function syntheticFactors(
  shape: FactorRows['shape'],
  values: FactorPoint['values'][],
  named = 'Factor',
): FactorRows {
  const sorted = values.toSorted(([a], [b]) => (b ?? Number.NEGATIVE_INFINITY) - (a ?? Number.NEGATIVE_INFINITY))
  return {
    shape,
    windows: ['Week', 'Aug'],
    factors: sorted.map((pair, index) => ({ number: index + 1, name: `${named} ${index + 1}`, values: pair })),
  }
}
