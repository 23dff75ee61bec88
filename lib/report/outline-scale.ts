import { lineRows } from './line-rows'
import type { MeasuredSeries } from './measured-series'
import type { OutlineScale } from './report'

/** The axes on which all series can be compared by slope; null while none has started. */
export function outlineScale(all: MeasuredSeries[], days: string[]): OutlineScale | null {
  const lines = all
    .map((series) => lineRows({ series, days, measure: 'relative-strength', label: '' }))
    .filter((line) => line !== null)
  const starts = lines.map(({ dates }) => dates[0] ?? '').sort()
  const ratios = lines.flatMap(({ values }) => values.filter((value) => value !== null))
  const [from] = starts
  return from === undefined ? null : { from, low: leastOf(ratios), high: -leastOf(ratios.map((ratio) => -ratio)) }
}

function leastOf(numbers: number[]): number {
  return numbers.reduce((least, candidate) => Math.min(least, candidate))
}
