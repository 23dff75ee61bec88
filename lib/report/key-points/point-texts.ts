/** The figures, names and facts of key points as marks in their sentences. */
import { formatSigned, wholePercent } from '@/lib/base/format'
import type { SummaryRow } from '@/lib/report/model/report'
import type { PhraseBook } from '@/lib/report/text/phrase'
import { placeOf } from '@/lib/report/text/unusual'
import { countWord } from '@/lib/report/text/wording'
import type { Story } from './candidate'
/** "Name +0.29" */
export function weekItem(book: PhraseBook, row: SummaryRow, { t }: Story): string {
  return t('keyPoints.item', { name: book.name(row), value: book.figure(row.primary.week) })
}

/** "(93rd percentile of its weeks, z +1.6)", "(the highest on record)"; empty when its history is too short for it. */
export function whyItStandsOut(book: PhraseBook, row: SummaryRow, side: 'up' | 'down', { t }: Story): string {
  const { percentile, id } = row.primary.week
  const { zScore } = row.standing
  if (percentile === null) return ''
  const share = side === 'up' ? percentile : 1 - percentile
  return t('keyPoints.reason', {
    standing: share === 1 ? 'record' : 'usual',
    record: book.fact(t('keyPoints.record', { side }), `record:${id}`, id),
    percentile: book.fact(t('keyPoints.percentile', { rank: wholePercent(percentile) }), `percentile:${id}`, id),
    hasScore: zScore === null ? 'no' : 'yes',
    score: book.fact(formatSigned(zScore, 1), `zScore:${row.code}`, id),
  })
}

/** A count in words, bound to what was counted. */
export function counted(book: PhraseBook, count: number, of: string, { locale }: Story): string {
  return book.fact(countWord(locale, count), of, null)
}

/** "(97th percentile of periods of this length)" where the year so far is unusual; else empty. */
export function whyTheYearStandsOut(book: PhraseBook, row: SummaryRow, { t }: Story): string {
  const { percentile, id } = row.primary.year
  const place = placeOf(percentile)
  if (percentile === null || (place !== 'high' && place !== 'low')) return ''
  const side = place === 'high' ? 'up' : 'down'
  const share = side === 'up' ? percentile : 1 - percentile
  const fact = (text: string) => book.fact(text, `${place}:${id}`, id)
  return t('keyPoints.yearReason', {
    standing: share === 1 ? 'record' : 'usual',
    record: fact(t('keyPoints.yearRecord', { side })),
    percentile: fact(t('keyPoints.percentile', { rank: wholePercent(percentile) })),
  })
}
