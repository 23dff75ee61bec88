/** For tests: a market of 60 factors, which is more than a report shows one by one, with plain loops over their returns. */
import { beforeAll, expect } from 'vitest'
import { findWeek } from '@/lib/analysis/weeks/find-week'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { emptyStore } from '@/lib/testing/database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'

const FIRST = '2023-01-03'
export const GAP = '2024-08-28'
export const LAST = '2024-08-30'
export const DAYS = shanghaiDays(FIRST, LAST)
const [SKEWNESS] = SAMPLE_CATALOGUE.factors
export const FAMILIES = ['price', 'volume', 'text'].map((code, index) => ({
  code,
  position: index + 1,
  nameZh: `类${code}`,
  nameEn: `Family ${code}`,
}))
/** 50 factors of prices, so that the family has three pages, 7 of volumes and 3 of texts; the last lacks a day. */
export const CODES = Array.from({ length: 60 }, (_, index) => `f${index + 1}`)
export const familyOf = (index: number) => (index < 50 ? 'price' : index < 57 ? 'volume' : 'text')
export const GAPPED = 'f60'

/** Returns a daily return that never repeats; every ninth factor has an unusual last week. */
export function drawn(day: number, factor: number, leg: number): number {
  const strength = factor % 9 === 0 && day >= DAYS.length - 5 ? 6 : 1
  return Number(((strength * Math.sin(1.7 * day * (leg + 1) + 13 * factor)) / 100).toFixed(6))
}

/** Returns the difference of two legs over some days, by plain products; null when a day is missing. */
export function spread(code: string, legs: [number, number], days: string[]): number | null {
  if (code === GAPPED && days.includes(GAP)) return null
  const factor = CODES.indexOf(code)
  const [a, b] = legs.map((leg) => days.reduce((nav, day) => nav * (1 + drawn(DAYS.indexOf(day), factor, leg)), 1))
  return Number(a) - Number(b)
}

export const WINDOWS = {
  week: DAYS.filter((day) => day >= '2024-08-26'),
  month: DAYS.filter((day) => day >= '2024-08-01'),
  year: DAYS.filter((day) => day >= '2024-01-01'),
}
export const MEASURES = { longShort: [0, 1], longExcess: [0, 2] } as const

const shown = { locale: 'en', convention: 'arithmetic' } as const

/** Returns what the report of the last week is asked for with. */
export async function weekRequest() {
  const found = await findWeek({ version: 2 }, LAST)
  if (found.kind !== 'week') throw new Error(`${LAST} ends no week`)
  return { ...shown, version: 2, asOf: LAST, days: found.days }
}

/** Loads the factors into a store of their own before the tests of a file. */
export function sixtyFactors(): void {
  const store = emptyStore()
  beforeAll(async () => {
    const factors = CODES.map((code, index) => ({
      ...SKEWNESS,
      code,
      position: index + 1,
      familyCode: familyOf(index),
      inception: FIRST,
      nameZh: `因子 ${code}`,
      nameEn: `Factor ${code}`,
      shortNameEn: `Short ${code}`,
    }))
    await store.loadCatalogue({ ...SAMPLE_CATALOGUE, families: FAMILIES, factors, portfolios: [], reportIssues: [] })
    const rows = CODES.flatMap((code, factor) =>
      DAYS.map((day, index) => `${day},${code},${[0, 1, 2].map((leg) => drawn(index, factor, leg)).join()}`),
    )
    const loaded = await store.load(factorCsv(...rows.filter((row) => !row.startsWith(`${GAP},${GAPPED},`))))
    expect(loaded.faults).toEqual([])
  })
}
