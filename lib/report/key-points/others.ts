import type { SummaryRow } from '@/lib/report/model/report'
import { PhraseBook } from '@/lib/report/text/phrase'
import { percentileBand } from '@/lib/report/text/unusual'
import { listed } from '@/lib/report/text/wording'
import { type Candidate, type KeyPointInput, rarityOf, tailOf } from './candidate'
import { counted, weekItem } from './point-texts'

/**
 * Names the unusual rows that no other sentence is about, or says that there are none.
 * @param namedCodes codes of the rows that have a sentence
 */
export function others(namedCodes: ReadonlySet<string>, input: KeyPointInput): Candidate {
  const { t } = input
  const book = new PhraseBook()
  const rows: SummaryRow[] = [...input.factors, ...input.portfolios]
  const at = (band: string) => rows.filter((row) => percentileBand(row.primary.week.percentile) === band)
  const [high, low] = [at('high'), at('low')].map((group) => group.filter(({ code }) => !namedCodes.has(code)))
  if (!high || !low || high.length + low.length === 0) return remark(rows, at('high').length + at('low').length, input)
  const items = (group: SummaryRow[]) =>
    listed(
      t,
      group.map((row) => weekItem(book, row, input)),
      'figures',
    )
  const text = t('keyPoints.others', {
    count: counted(book, high.length + low.length, 'others', input),
    hasHigh: high.length > 0 ? 'yes' : 'no',
    hasLow: low.length > 0 ? 'yes' : 'no',
    hasBoth: high.length > 0 && low.length > 0 ? 'yes' : 'no',
    high: items(high),
    low: items(low),
  })
  const shares = [
    ...high.map((row) => tailOf(row.primary.week.percentile, 'up')),
    ...low.map((row) => tailOf(row.primary.week.percentile, 'down')),
  ]
  const subjects = [...high, ...low].map(({ code }) => code)
  return {
    label: t('keyPoints.label-others'),
    text: book.phrase(text),
    rarity: Math.max(...shares.map(rarityOf)),
    subjects,
  }
}

/** Returns the sentence for no other unusual row: none is unusual, all have a sentence, or none can be compared. */
function remark(rows: SummaryRow[], unusual: number, { t }: KeyPointInput): Candidate {
  const judged = rows.filter((row) => row.primary.week.percentile !== null)
  const known = rows.filter((row) => row.primary.week.value !== null)
  const name =
    known.length === 0 ? 'othersNothing' : judged.length === 0 ? 'othersUnknown' : unusual > 0 ? 'othersNone' : 'quiet'
  return {
    label: t('keyPoints.label-others'),
    text: new PhraseBook().phrase(t(`keyPoints.${name}`)),
    rarity: -1,
    subjects: [],
  }
}
