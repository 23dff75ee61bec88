import { yearOf } from '@/lib/base/dates'
import { type Coefficient, getCoefficients } from '@/lib/db/queries/get-coefficients'
import { type CoefficientMeans, coefficientMeans } from './coefficient-means'

interface AsOf {
  code: string
  /** ISO date up to which its year counts. */
  asOf: string
}

/**
 * Returns the means of each factor's coefficients in the calendar year of its as-of date, up to that date, as of a data
 * version; by code.
 */
export async function getCoefficientMeans(
  version: number,
  factors: readonly AsOf[],
): Promise<Map<string, CoefficientMeans>> {
  const rows = byCode(await coefficientsOf(version, factors))
  return new Map(
    factors.map(({ code, asOf }) => {
      const ofYear = (rows.get(code) ?? []).filter(({ date }) => date >= firstOfYear(asOf) && date <= asOf)
      return [code, coefficientMeans(ofYear)]
    }),
  )
}

function byCode(rows: readonly Coefficient[]): Map<string, Coefficient[]> {
  const lists = new Map<string, Coefficient[]>(rows.map(({ code }) => [code, []]))
  for (const row of rows) lists.get(row.code)?.push(row)
  return lists
}

/** Returns the coefficients of all factors from the earliest of their years to the latest as-of date. */
async function coefficientsOf(version: number, factors: readonly AsOf[]): Promise<Coefficient[]> {
  const dates = factors.map(({ asOf }) => asOf).sort()
  const [earliest, latest] = [dates[0], dates.at(-1)]
  if (earliest === undefined || latest === undefined) return []
  return getCoefficients({ version, codes: factors.map(({ code }) => code), from: firstOfYear(earliest), to: latest })
}

function firstOfYear(date: string): string {
  return `${yearOf(date)}-01-01`
}
