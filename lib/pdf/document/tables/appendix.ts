import { formatCount } from '@/lib/base/format'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import type { ManyFactors } from '@/lib/report/model/report'
import { bothEnds } from './both-ends'
import { type FactorGroup, factorTable } from './report-tables'
import { named, type Tabled } from './table-spec'

/** With more factors than this the appendix has only the highest and the lowest of the week: 1,000 are 25 pages. */
const LISTED_MAX = 1_000
const LISTED_OF_MORE = 500

/**
 * Returns the appendix with the factors of a report of many; null for a report that shows all in table 1.
 * @param number of its table in the document
 */
export function appendixOf(job: Tabled, number: number) {
  const { many, locale, window } = job.report
  if (!many) return null
  const t = translatorFor(locale, window)
  const head = named(String(number), `${t('tables.table1Title')}${t('pdf.captionUnit', { unit: t('tables.unit') })}`, t)
  if (listsEvery(many)) return { title: t('many.appendix'), table: factorTable(job, many.families, head, t) }
  const table = factorTable(job, endsOf(many, t), head, t)
  const rest = t('many.inFiles', { count: formatCount(many.all.count - LISTED_OF_MORE) })
  return { title: t('many.appendixPart'), table: { ...table, notes: [rest, ...table.notes] } }
}

/** Returns whether the appendix has every factor. */
export function listsEvery({ all }: ManyFactors): boolean {
  return all.count <= LISTED_MAX
}

/** Returns the factors with the highest and with the lowest long-short return of the week. */
function endsOf({ families }: ManyFactors, t: Translator): FactorGroup[] {
  const rows = families.flatMap((family) => family.rows)
  const { highest, lowest } = bothEnds(rows, ({ primary }) => primary.week.value, LISTED_OF_MORE)
  return [
    { name: t('many.highest', { count: highest.length }), rows: highest },
    { name: t('many.lowest', { count: lowest.length }), rows: lowest },
  ]
}
