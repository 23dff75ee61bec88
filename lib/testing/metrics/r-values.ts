import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Reads the inputs, the calls and the values that `statistics.R` wrote. */
export function readRValues() {
  const { a, b, series, values } = file.parse(JSON.parse(readFileSync(FILE, 'utf8')))
  const entry = (name: string) => {
    const found = values[name]
    if (!found) throw new Error(`statistics.json has no value "${name}"`)
    return found
  }
  return {
    /** 520 daily returns, decimal fractions. */
    a,
    /** 520 daily returns of the same days, correlated with `a`. */
    b,
    /** Seven series of 200 daily returns. */
    series,
    /** Returns the R call that made a value, for the name of a test. */
    call: (name: string): string => entry(name).call,
    number: (name: string): number => z.number().parse(entry(name).value),
    numbers: (name: string): number[] => z.array(z.number()).parse(entry(name).value),
  }
}

const FILE = new URL('./statistics.json', import.meta.url)

const file = z.object({
  a: z.array(z.number()),
  b: z.array(z.number()),
  series: z.array(z.array(z.number())),
  values: z.record(z.string(), z.object({ call: z.string(), value: z.union([z.number(), z.array(z.number())]) })),
})
