import { PhraseBook } from '../phrase'
import type { FactorRow } from '../report'
import { ranked } from '../wording'
import { type Candidate, rarityOf, type Story, tailOf } from './candidate'
import { counted } from './told'

/** What the week leaves of the month and the year: how many factors are above and below zero, the best and the worst. */
export function longer(story: Story): Candidate[] {
  const { t, factors, labels } = story
  const book = new PhraseBook()
  const label = t('keyPoints.label-longer')
  const known = factors.filter((row) => row.primary.year.value !== null)
  const byYear = known.sort((a, b) => Number(b.primary.year.value) - Number(a.primary.year.value))
  const [best, worst] = [byYear[0], byYear.at(-1)]
  if (!best || !worst) {
    const text = book.phrase(t('keyPoints.longerNone', { year: labels.year }))
    return [{ label, text, rarity: 0, subjects: [] }]
  }
  const tally = (window: 'month' | 'year', side: 'up' | 'down') =>
    counted(book, ranked(factors, (row) => row.primary[window], side).length, `${side}:${window}`, story)
  const item = (row: FactorRow) => t('keyPoints.item', { name: book.name(row), value: book.figure(row.primary.year) })
  const text = t('keyPoints.longer', {
    month: labels.month,
    year: labels.year,
    monthUp: tally('month', 'up'),
    monthDown: tally('month', 'down'),
    yearUp: tally('year', 'up'),
    yearDown: tally('year', 'down'),
    best: item(best),
    hasWorst: worst === best ? 'no' : 'yes',
    worst: item(worst),
  })
  const rarity = Math.max(
    rarityOf(tailOf(best.primary.year.percentile, 'up')),
    rarityOf(tailOf(worst.primary.year.percentile, 'down')),
  )
  return [{ label, text: book.phrase(text), rarity, subjects: [] }]
}
