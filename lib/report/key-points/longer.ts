import { formatPercent, signOf } from '@/lib/base/format'
import type { WindowRow } from '@/lib/report/model/report'
import { PhraseBook } from '@/lib/report/text/phrase'
import { percentileBand } from '@/lib/report/text/unusual'
import { listed } from '@/lib/report/text/wording'
import { type Candidate, hasOwnMonth, type KeyPointInput, rarityOf, tailOf } from './candidate'
import { counted, yearReason } from './point-texts'

/** Returns the number of factors above and below zero in month and year so far, with the best and the worst. */
export function longer(input: KeyPointInput): Candidate[] {
  const { t, factors, labels } = input
  const book = new PhraseBook()
  const label = t('keyPoints.label-longer')
  const known = factors.filter((row) => row.primary.year.value !== null)
  const byYear = known.toSorted((a, b) => Number(b.primary.year.value) - Number(a.primary.year.value))
  const [best, worst] = [
    byYear.filter((row) => isTied(row, byYear[0])),
    byYear.filter((row) => isTied(row, byYear.at(-1))),
  ]
  if (known.length === 0) {
    const text = book.phrase(t('keyPoints.longerNone', { year: labels.year }))
    return [{ topic: 'longer', label, text, rarity: 0, subjects: [] }]
  }
  const text = t('keyPoints.longer', {
    month: labels.month,
    year: labels.year,
    hasMonth: hasOwnMonth(input) ? 'yes' : 'no',
    monthTally: tally(book, 'month', input),
    yearTally: tally(book, 'year', input),
    best: items(book, best, input),
    bestReason: reasonOf(book, best, input),
    hasWorst: isTied(byYear[0], byYear.at(-1)) ? 'no' : 'yes',
    worst: items(book, worst, input),
    worstReason: reasonOf(book, worst, input),
  })
  const rarity = Math.max(...[...best, ...worst].map(rarityOfYear))
  return [{ topic: 'longer', label, text: book.phrase(text), rarity, subjects: [] }]
}

/** Do both print the same figure? */
function isTied(a: WindowRow | undefined, b: WindowRow | undefined): boolean {
  return formatPercent(a?.primary.year.value ?? null) === formatPercent(b?.primary.year.value ?? null)
}

function items(book: PhraseBook, rows: WindowRow[], { t }: KeyPointInput): string {
  const texts = rows.map((row) => t('keyPoints.item', { name: book.name(row), value: book.figure(row.primary.year) }))
  return listed(t, texts, 'figures')
}

/** Returns the reason of a single factor; none for a tie. */
function reasonOf(book: PhraseBook, rows: WindowRow[], input: KeyPointInput): string {
  const [row] = rows
  return row && rows.length === 1 ? yearReason(book, row, input) : ''
}

/** Returns the counts of a window: "8 up, 5 down, 1 flat", "all 14 down", "all 12 with data down". */
function tally(book: PhraseBook, window: 'month' | 'year', input: KeyPointInput): string {
  const signs = input.factors.map((row) => signOf(row.primary[window].value)).filter((sign) => sign !== 'none')
  const count = (side: 'up' | 'down' | 'flat') => signs.filter((sign) => sign === side).length
  const word = (side: 'up' | 'down' | 'flat') => counted(book, count(side), `${side}:${window}`, input)
  const isAll = (side: 'up' | 'down') => signs.length > 1 && count(side) === signs.length
  return input.t('keyPoints.tally', {
    which: isAll('up') ? 'up' : isAll('down') ? 'down' : 'mixed',
    isPart: signs.length < input.factors.length ? 'yes' : 'no',
    up: word('up'),
    down: word('down'),
    hasFlat: count('flat') > 0 ? 'yes' : 'no',
    flat: word('flat'),
  })
}

/** Returns the rarity of the year so far; 0 when it is not unusual. */
function rarityOfYear(row: WindowRow): number {
  const { percentile } = row.primary.year
  const band = percentileBand(percentile)
  if (band !== 'high' && band !== 'low') return 0
  return rarityOf(tailOf(percentile, band === 'high' ? 'up' : 'down'))
}
