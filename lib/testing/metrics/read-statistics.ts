import { readFileSync } from 'node:fs'
import { z } from 'zod'

const file = z.object({
  a: z.array(z.number()),
  b: z.array(z.number()),
  series: z.array(z.array(z.number())),
  values: z.record(z.string(), z.object({ call: z.string(), value: z.union([z.number(), z.array(z.number())]) })),
})

/** Inputs and values as `statistics.R` wrote them, for tests. */
export function readStatisticsOfR() {
  const { a, b, series, values } = file.parse(
    JSON.parse(readFileSync(new URL('./statistics.json', import.meta.url), 'utf8')),
  )
  return {
    a,
    b,
    series,
    number: (name: string): number => z.number().parse(values[name]?.value),
    numbers: (name: string): number[] => z.array(z.number()).parse(values[name]?.value),
  }
}
