import type { Restatement } from '@/lib/db/queries/get-restatements'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import type { ReportInputs, ShownRestatements } from '@/lib/report/model/inputs'
import type { QualityFinding } from '@/lib/report/model/report'

/**
 * A sentence for each restatement of the named series; those since the version that is shown come first.
 * @param names of series by their codes; a restatement of any other is not told
 */
export function restatedFindings(
  names: ReadonlyMap<string, string>,
  { restatements, laterRestatements }: ShownRestatements,
  t: Translator,
): QualityFinding[] {
  const tell = (since: boolean) => (restatement: Restatement) => {
    const { code, version, first, last, days } = restatement
    const name = names.get(code)
    if (name === undefined) return []
    const dates = days === 1 ? first : t('quality.span', { first, last, count: days })
    const text = t(since ? 'quality.restatedSince' : 'quality.restated', { name, dates, version })
    return [{ kind: 'restated' as const, code, version, text }]
  }
  return [...laterRestatements.flatMap(tell(true)), ...restatements.flatMap(tell(false))]
}

/** The same of all series of the market that a report is made of. */
export function restatedOfMarket({ catalogue, locale, ...told }: ReportInputs): QualityFinding[] {
  const entries = [...catalogue.factors, ...catalogue.portfolios]
  const names = new Map(entries.map((entry) => [entry.code, entry.name]))
  return restatedFindings(names, told, translatorFor(locale))
}
