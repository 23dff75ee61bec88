import { signOf } from '@/lib/base/format'
import type { FactorRow } from '@/lib/report/model/report'
import { PhraseBook } from '@/lib/report/text/phrase'
import { percentileBand } from '@/lib/report/text/unusual'
import { type Candidate, type KeyPointInput, rarityOf, tailOf } from './candidate'
import { counted, yearReason } from './point-texts'

/** Returns the number of factors above and below zero in month and year so far, with the best and the worst. */
export function longer(input: KeyPointInput): Candidate[] {
  const { t, factors, labels } = input
  const book = new PhraseBook()
  const label = t('keyPoints.label-longer')
  const known = factors.filter((row) => row.primary.year.value !== null)
  const byYear = known.sort((a, b) => Number(b.primary.year.value) - Number(a.primary.year.value))
  const [best, worst] = [byYear[0], byYear.at(-1)]
  if (!best || !worst) {
    const text = book.phrase(t('keyPoints.longerNone', { year: labels.year }))
    return [{ label, text, rarity: 0, subjects: [] }]
  }
  const item = (row: FactorRow) => t('keyPoints.item', { name: book.name(row), value: book.figure(row.primary.year) })
  const text = t('keyPoints.longer', {
    month: labels.month,
    year: labels.year,
    // In January month and year are the same.
    hasMonth: factors.every(({ primary }) => primary.month.value === primary.year.value) ? 'no' : 'yes',
    monthTally: tally(book, 'month', input),
    yearTally: tally(book, 'year', input),
    best: item(best),
    bestReason: yearReason(book, best, input),
    hasWorst: worst === best ? 'no' : 'yes',
    worst: item(worst),
    worstReason: yearReason(book, worst, input),
  })
  const rarity = Math.max(...[best, worst].map(rarityOfYear))
  return [{ label, text: book.phrase(text), rarity, subjects: [] }]
}

/** Returns the counts of a window: "8 up, 5 down, 1 flat", "all 14 down". */
function tally(book: PhraseBook, window: 'month' | 'year', input: KeyPointInput): string {
  const signs = input.factors.map((row) => signOf(row.primary[window].value)).filter((sign) => sign !== 'none')
  const count = (side: 'up' | 'down' | 'flat') => signs.filter((sign) => sign === side).length
  const word = (side: 'up' | 'down' | 'flat') => counted(book, count(side), `${side}:${window}`, input)
  const isAll = (side: 'up' | 'down') => signs.length > 1 && count(side) === signs.length
  return input.t('keyPoints.tally', {
    which: isAll('up') ? 'up' : isAll('down') ? 'down' : 'mixed',
    up: word('up'),
    down: word('down'),
    hasFlat: count('flat') > 0 ? 'yes' : 'no',
    flat: word('flat'),
  })
}

/** Returns the rarity of the year so far; 0 when it is not unusual. */
function rarityOfYear(row: FactorRow): number {
  const { percentile } = row.primary.year
  const band = percentileBand(percentile)
  if (band !== 'high' && band !== 'low') return 0
  return rarityOf(tailOf(percentile, band === 'high' ? 'up' : 'down'))
}
