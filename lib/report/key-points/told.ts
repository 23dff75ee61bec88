/** The figures, names and facts of key points as marks in their sentences. */
import { formatSigned } from '@/lib/format'
import type { PhraseBook } from '../phrase'
import type { SummaryRow } from '../report'
import { countWord, percentText } from '../wording'
import type { Story } from './candidate'

/** "Name +0.29" */
export function weekItem(book: PhraseBook, row: SummaryRow, { t }: Story): string {
  return t('keyPoints.item', { name: book.name(row), value: book.figure(row.primary.week) })
}

/** "(above 93% of past weeks, z-score +1.62)"; empty when its history is too short to say so. */
export function whyItStandsOut(book: PhraseBook, row: SummaryRow, side: 'up' | 'down', { t }: Story): string {
  const { percentile, id } = row.primary.week
  const { zScore } = row.standing
  if (percentile === null) return ''
  const share = side === 'up' ? percentile : 1 - percentile
  return t('keyPoints.reason', {
    side,
    percent: book.fact(`${percentText(share)}%`, `${side === 'up' ? 'above' : 'below'}:${id}`, id),
    hasScore: zScore === null ? 'no' : 'yes',
    score: book.fact(formatSigned(zScore), `zScore:${row.code}`, id),
  })
}

/** A count in words, bound to what was counted. */
export function counted(book: PhraseBook, count: number, of: string, { locale }: Story): string {
  return book.fact(countWord(locale, count), of, null)
}
