/** Figures, names and facts of key points as marks in sentences. */
import { formatSigned, wholePercent } from '@/lib/base/format'
import type { ComparedRow } from '@/lib/report/model/report'
import type { PhraseBook } from '@/lib/report/text/phrase'
import { isRecord, percentileBand } from '@/lib/report/text/unusual'
import { countWord } from '@/lib/report/text/wording'
import type { KeyPointInput } from './candidate'

/** Returns "Name +0.29". */
export function weekItem(book: PhraseBook, row: ComparedRow, { t }: KeyPointInput): string {
  return t('keyPoints.item', { name: book.name(row), value: book.figure(row.primary.week) })
}

/**
 * Returns "(93rd percentile of its weeks, z +1.6)" or "(its highest on record)"; empty when the history is too short.
 */
export function percentileReason(book: PhraseBook, row: ComparedRow, { t }: KeyPointInput): string {
  const { percentile, id } = row.primary.week
  const { zScore } = row.standing
  if (percentile === null) return ''
  return t('keyPoints.reason', {
    standing: isRecord(percentile) ? 'record' : 'usual',
    record: book.fact(t('keyPoints.record', { side: percentile === 1 ? 'up' : 'down' }), `record:${id}`, id),
    percentile: book.fact(t('keyPoints.percentile', { rank: wholePercent(percentile) }), `percentile:${id}`, id),
    hasScore: zScore === null ? 'no' : 'yes',
    score: book.fact(formatSigned(zScore, 1), `zScore:${row.code}`, id),
  })
}

/** Returns a count in words, with a mark of what was counted. */
export function counted(book: PhraseBook, count: number, of: string, { locale }: KeyPointInput): string {
  return book.fact(countWord(locale, count), of, null)
}

/** Returns "(97th percentile of periods of this length)" where the year so far is unusual; else an empty string. */
export function yearReason(book: PhraseBook, row: ComparedRow, { t }: KeyPointInput): string {
  const { percentile, id } = row.primary.year
  const band = percentileBand(percentile)
  if (percentile === null || (band !== 'high' && band !== 'low')) return ''
  const fact = (text: string) => book.fact(text, `${band}:${id}`, id)
  return t('keyPoints.yearReason', {
    standing: isRecord(percentile) ? 'record' : 'usual',
    record: fact(t('keyPoints.yearRecord', { side: band === 'high' ? 'up' : 'down' })),
    percentile: fact(t('keyPoints.percentile', { rank: wholePercent(percentile) })),
  })
}
