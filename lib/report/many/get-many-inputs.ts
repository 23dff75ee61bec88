import type { FactorEntry, ManyInputs, ReportInputs } from '@/lib/report/model/inputs'
import { withRanks } from '@/lib/report/table/with-ranks'
import type { FamilyCodes } from './family-page'
import { getWindowFactors } from './get-window-factors'
import { NOTED_GAPS, SHOWN_UNUSUAL } from './many-factors'
import { similarOfMany } from './similar-of-many'
import { unusualFactors } from './unusual-factors'

interface Week extends Pick<ReportInputs, 'version' | 'convention' | 'window' | 'days' | 'catalogue'> {
  /** Factors that ended before the week. */
  endedFactors: FactorEntry[]
}

interface FoundMany {
  many: ManyInputs
  /** Entries of the factors whose daily returns are needed, in the order of the report. */
  daily: FactorEntry[]
}

/**
 * Returns all factors of a week without their daily returns, and which of them are chosen: those of a page of a family, or
 * the most unusual ones.
 */
export async function getManyInputs({ endedFactors, ...week }: Week, family: FamilyCodes | null): Promise<FoundMany> {
  const entries = week.catalogue.factors
  const [found, ended] = await Promise.all([
    getWindowFactors({ ...week, entries }),
    getWindowFactors({ ...week, entries: endedFactors }),
  ])
  const rows = withRanks(found.map(({ row }) => row))
  const unusual = unusualFactors(rows)
  const chosen = family?.codes ?? unusual.slice(0, SHOWN_UNUSUAL).map(({ code }) => code)
  const gaps = family ? [] : found.filter(({ hasGap }) => hasGap).slice(0, NOTED_GAPS)
  const daily = new Set([...chosen, ...gaps.map(({ row }) => row.code), ...(family ? [] : oldest(entries))])
  return {
    many: {
      factors: rows.map((row, index) => ({ row, weeks: found[index]?.weeks ?? [] })),
      entries,
      ended: ended.map(({ row, weeks }) => ({ row, weeks })),
      chosen,
      unusual: unusual.length,
      family: family && { code: family.code, page: family.page, pages: family.pages },
      similar: family || week.window !== 'week' ? null : await similarOfMany(found, week.days),
    },
    daily: entries.filter(({ code }) => daily.has(code)),
  }
}

/** Returns the code of the factor with the earliest inception, whose benchmark leg is the average of the universe. */
function oldest([first, ...others]: readonly FactorEntry[]): string[] {
  if (first === undefined) return []
  return [others.reduce((known, entry) => (entry.inception < known.inception ? entry : known), first).code]
}
