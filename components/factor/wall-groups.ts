import type { Report } from '@/lib/report/report'
import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'

/** Factors by family, each with its tally of the week. */
export function factorGroups(report: Report, view: View) {
  const t = translatorFor(view.locale)
  return report.table1.map((family) => ({
    ...family,
    fact: t('tables.familyFact', { up: family.up, down: family.down }),
  }))
}

export function portfolioGroup(report: Report, view: View) {
  const t = translatorFor(view.locale)
  return { code: 'portfolios', name: t('factors.portfolios'), fact: report.table2Note, rows: report.table2 }
}
