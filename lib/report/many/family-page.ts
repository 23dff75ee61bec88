import type { FactorEntry, FamilyPage } from '@/lib/report/model/inputs'
import { FAMILY_PAGE_FACTORS } from './many-factors'

/** A page of a family and the codes of its factors, in the order of the report. */
export interface FamilyCodes extends FamilyPage {
  codes: string[]
}

/**
 * Returns a page of the factors of a family, from 1.
 * @param entries in the order of the report
 * @returns null when no factor is in that family, or it has fewer pages
 */
export function familyPage(
  entries: readonly Pick<FactorEntry, 'code' | 'familyCode'>[],
  { family, page }: { family: string; page: number },
): FamilyCodes | null {
  const codes = entries.filter(({ familyCode }) => familyCode === family).map(({ code }) => code)
  const from = (page - 1) * FAMILY_PAGE_FACTORS
  if (from >= codes.length) return null
  const pages = Math.ceil(codes.length / FAMILY_PAGE_FACTORS)
  return { code: family, page, pages, codes: codes.slice(from, from + FAMILY_PAGE_FACTORS) }
}
