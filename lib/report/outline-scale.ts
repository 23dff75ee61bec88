import { lineRows } from './line-rows'
import type { MeasuredSeries } from './measured-series'
import type { OutlineScale } from './report'

/** The axes on which all series can be compared by slope; null while none has started. */
export function outlineScale(all: MeasuredSeries[], days: string[]): OutlineScale | null {
  const lines = all
    .map((series) => lineRows({ series, days, measure: 'relative-strength', label: '' }))
    .filter((line) => line !== null)
  const [from] = lines.map(({ dates }) => dates[0] ?? '').sort()
  if (from === undefined) return null
  let [low, high] = [1, 1]
  for (const { values } of lines) {
    for (const ratio of values) {
      if (ratio === null) continue
      if (ratio < low) low = ratio
      if (ratio > high) high = ratio
    }
  }
  return { from, low, high }
}
