import { PhraseBook } from '@/lib/report/text/phrase'
import { type Candidate, type KeyPointInput, rarityOf, tailOf } from './candidate'
import { counted } from './point-texts'
import { cellsOf, groupTexts, unusualCells } from './unusual-cells'

/**
 * Names the unusual figures of the week that no other sentence is about, or says that there are none.
 * @param namedCodes codes of the series whose first measure has a sentence
 */
export function others(namedCodes: ReadonlySet<string>, input: KeyPointInput): Candidate {
  const { t } = input
  const unusual = unusualCells('week', input)
  const cells = unusual.filter(({ row, measure }) => measure === 'longExcess' || !namedCodes.has(row.code))
  if (cells.length === 0) return remark(unusual.length > 0, input)
  const book = new PhraseBook()
  const text = t('keyPoints.others', {
    count: counted(book, cells.length, 'others', input),
    groups: groupTexts(book, cells, input),
  })
  return {
    topic: 'others',
    label: t('keyPoints.label-others'),
    text: book.phrase(text),
    rarity: Math.max(
      ...cells.map(({ cell, side }) => rarityOf(tailOf(cell.percentile, side === 'high' ? 'up' : 'down'))),
    ),
    subjects: [],
  }
}

/** Returns the sentence for no other unusual figure: none is unusual, all have a sentence, or none can be compared. */
function remark(isAnyUnusual: boolean, input: KeyPointInput): Candidate {
  const { t } = input
  const book = new PhraseBook()
  const known = cellsOf('week', input).filter(({ cell }) => cell.value !== null)
  const young = new Set(known.filter(({ cell }) => cell.percentile === null).map(({ row }) => row.code))
  const isJudged = known.some(({ cell }) => cell.percentile !== null)
  const name =
    known.length === 0 ? 'othersNothing' : !isJudged ? 'othersUnknown' : isAnyUnusual ? 'othersNone' : 'quiet'
  const text = t(`keyPoints.${name}`, {
    hasYoung: isJudged && young.size > 0 ? 'yes' : 'no',
    young: counted(book, young.size, 'young', input),
  })
  return { topic: 'others', label: t('keyPoints.label-others'), text: book.phrase(text), rarity: -1, subjects: [] }
}
