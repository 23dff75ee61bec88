import { familyTotals } from '@/lib/report/many/family-totals'
import type { ManyInputs, ReportInputs } from '@/lib/report/model/inputs'
import type { FamilyGroup, ManyFactors, MissingNote, WindowRow } from '@/lib/report/model/report'
import { familyGroups } from './summary-rows'

/** Returns every factor of a report of many, by family, with the letters of their notes. */
export function familiesOfMany(
  { catalogue }: Pick<ReportInputs, 'catalogue'>,
  { factors, entries }: ManyInputs,
  notes: readonly MissingNote[],
): FamilyGroup<WindowRow>[] {
  const letters = new Map(notes.map(({ code, letter }) => [code, letter]))
  const rows = factors.map(({ row }) => {
    const noteLetter = letters.get(row.code)
    return noteLetter === undefined ? row : { ...row, noteLetter }
  })
  return familyGroups({ families: catalogue.families, factors: entries }, rows)
}

/** Returns the totals by family, and the family that is shown. */
export function manyFactors(many: ManyInputs, families: FamilyGroup<WindowRow>[]): ManyFactors {
  const totals = families.map(familyTotals)
  const all = familyTotals({ code: '', name: '', rows: families.flatMap(({ rows }) => rows) })
  const { family, unusual, chosen } = many
  const own = family && totals.find(({ code }) => code === family.code)
  return {
    families,
    totals,
    all,
    chosen,
    unusual,
    shown: family && own ? { totals: own, page: family.page, pages: family.pages } : null,
  }
}
