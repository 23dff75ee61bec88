import { signOf } from '@/lib/base/format'
import type { PortfolioRow } from '@/lib/report/model/report'
import { PhraseBook } from '@/lib/report/text/phrase'
import { type Candidate, type KeyPointInput, rarityOf, tailOf } from './candidate'
import { percentileReason } from './point-texts'
/** Compares each portfolio's excess with its weekly record of the year. A streak or a peak may have a sentence too. */
export function portfolios(input: KeyPointInput): Candidate[] {
  const { t } = input
  const rows = input.portfolios.filter((row) => row.primary.week.value !== null)
  if (input.portfolios.length === 0) return []
  const book = new PhraseBook()
  const label = t('keyPoints.label-portfolios')
  if (rows.length === 0)
    return [{ topic: 'others', label, text: book.phrase(t('keyPoints.noPortfolios')), rarity: 0, subjects: [] }]
  const sentences = rows.map((row) => sentence(book, row, input))
  const text = `${sentences.join(t('keyPoints.semicolon'))}${t('keyPoints.stop')}`
  const rarity = Math.max(...rows.map((row) => rarityOf(tailOf(row.primary.week.percentile, sideOf(row)))))
  return [{ topic: 'portfolios', label, text: book.phrase(text), rarity, subjects: [] }]
}

function sentence(book: PhraseBook, row: PortfolioRow, input: KeyPointInput): string {
  const { week, winRate } = row.primary
  return input.t('keyPoints.portfolio', {
    name: book.name(row),
    side: signOf(week.value),
    size: book.size(week),
    reason: percentileReason(book, row, input),
    hasWins: winRate.periods === 0 ? 'no' : 'yes',
    wins: book.fact(input.t('keyPoints.winRate', { ...winRate }), `wins:${row.code}`, week.id),
    year: input.labels.year,
    hasYear: row.primary.year.value === null ? 'no' : 'yes',
    yearValue: book.figure(row.primary.year),
  })
}

function sideOf(row: PortfolioRow): 'up' | 'down' {
  return signOf(row.primary.week.value) === 'down' ? 'down' : 'up'
}
