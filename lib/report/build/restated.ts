import type { Restatement } from '@/lib/db/queries/get-restatements'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import type { ReportInputs, ShownRestatements } from '@/lib/report/model/inputs'
import type { QualityFinding } from '@/lib/report/model/report'

const TEXTS = {
  restated: { before: 'quality.restated', since: 'quality.restatedSince' },
  withdrawn: { before: 'quality.withdrawn', since: 'quality.withdrawnSince' },
} as const

/**
 * Returns a sentence for each restatement and withdrawal of the named series; those after the shown version come first.
 * @param names of series by code; restatements of other series are left out
 */
export function restatedFindings(
  names: ReadonlyMap<string, string>,
  { restatements, laterRestatements }: ShownRestatements,
  t: Translator,
): QualityFinding[] {
  const findingsOf = (since: boolean) => (restatement: Restatement) => {
    const { code, version, first, last, days, isWithdrawal } = restatement
    const name = names.get(code)
    if (name === undefined) return []
    const dates = days === 1 ? first : t('quality.span', { first, last, count: days })
    const text = t(TEXTS[isWithdrawal ? 'withdrawn' : 'restated'][since ? 'since' : 'before'], { name, dates, version })
    return [{ kind: 'restated' as const, code, version, text }]
  }
  return [...laterRestatements.flatMap(findingsOf(true)), ...restatements.flatMap(findingsOf(false))]
}

/** Returns these sentences for all series of the report's market. */
export function restatedOfMarket({
  catalogue,
  locale,
  ...shownRestatements
}: Pick<ReportInputs, 'catalogue' | 'locale'> & ShownRestatements): QualityFinding[] {
  const entries = [...catalogue.factors, ...catalogue.portfolios]
  const names = new Map(entries.map((entry) => [entry.code, entry.name]))
  return restatedFindings(names, shownRestatements, translatorFor(locale))
}
