import { formatPercent } from '@/lib/format'
import type { Translator } from '@/lib/translate'
import type { Locale } from '@/lib/view'
import { PhraseBook } from './phrase'
import type { FactorRow, FamilyGroup, KeyPoint, Report, SummaryRow, WindowLabels } from './report'
import { isUnusual, placeOf } from './unusual'
import { countWord, listed, ranked } from './wording'

type Source = Pick<Report, 'table1' | 'table2' | 'labels' | 'locale'>

/** The five points that open the report; every figure in them is bound to its cell. */
export function keyPoints(report: Source, t: Translator): KeyPoint[] {
  const factors = report.table1.flatMap(({ rows }) => rows)
  return [
    working(factors, report.table1, report.locale, t),
    failing(factors, report.table1, report.locale, t),
    unusual([...factors, ...report.table2], report.locale, t),
    longer(factors, report.labels, report.locale, t),
    portfolios(report.table2, report.labels, t),
  ]
}

function working(factors: FactorRow[], families: FamilyGroup[], locale: Locale, t: Translator): KeyPoint {
  const book = new PhraseBook()
  const rows = ranked(factors, weekOf, 'up')
  const label = t('keyPoints.working')
  if (rows.length === 0) return { label, text: book.phrase(t('keyPoints.workingNone')) }
  const allUp = families.filter((family) => family.up === family.rows.length && family.rows.length > 1)
  const text = t('keyPoints.workingText', {
    ...leadersAndNext(book, rows, locale, t),
    hasFamilies: allUp.length > 0 && allUp.length < families.length ? 'yes' : 'no',
    families: named(allUp, t),
  })
  return { label, text: book.phrase(text) }
}

function failing(factors: FactorRow[], families: FamilyGroup[], locale: Locale, t: Translator): KeyPoint {
  const book = new PhraseBook()
  const rows = ranked(factors, weekOf, 'down')
  const label = t('keyPoints.failing')
  if (rows.length === 0) return { label, text: book.phrase(t('keyPoints.failingNone')) }
  const losing = families.filter(({ down }) => down > 0)
  const text = t('keyPoints.failingText', {
    ...leadersAndNext(book, rows, locale, t),
    oneFamily: losing.length === 1 && rows.length > 1 ? 'yes' : 'no',
    family: named(losing.slice(0, 1), t),
  })
  return { label, text: book.phrase(text) }
}

/** The strongest of ranked rows, all that print the same figure, and up to two that follow. */
function leadersAndNext(book: PhraseBook, rows: FactorRow[], locale: Locale, t: Translator) {
  const printed = (row: FactorRow) => formatPercent(weekOf(row).value)
  const leaders = rows.filter((row) => rows[0] && printed(row) === printed(rows[0]))
  const next = rows.slice(leaders.length, leaders.length + 2)
  const items = (group: FactorRow[]) => group.map((row) => weekItem(book, row, t))
  return {
    count: countWord(locale, rows.length),
    amount: rows.length === 1 ? 'one' : next.length > 0 ? 'more' : 'tied',
    leaders: listed(t, items(leaders), 'figures'),
    next: next.length > 0 ? listed(t, items(next), 'figures') : '',
  }
}

function named(families: FamilyGroup[], t: Translator): string {
  return listed(
    t,
    families.map(({ name }) => name),
  )
}

function unusual(rows: SummaryRow[], locale: Locale, t: Translator): KeyPoint {
  const book = new PhraseBook()
  const label = t('keyPoints.unusual')
  if (rows.every((row) => weekOf(row).value === null))
    return { label, text: book.phrase(t('keyPoints.unusualNothing')) }
  if (rows.every((row) => weekOf(row).percentile === null))
    return { label, text: book.phrase(t('keyPoints.unusualUnknown')) }
  const marked = rows.filter((row) => isUnusual(weekOf(row).percentile))
  if (marked.length === 0) return { label, text: book.phrase(t('keyPoints.unusualNone')) }
  const placed = (place: string) => marked.filter((row) => placeOf(weekOf(row).percentile) === place)
  const [high, low] = [placed('high'), placed('low')]
  const items = (group: SummaryRow[]) =>
    listed(
      t,
      group.map((row) => weekItem(book, row, t)),
      'figures',
    )
  const text = t('keyPoints.unusualText', {
    count: countWord(locale, marked.length),
    hasHigh: high.length > 0 ? 'yes' : 'no',
    hasLow: low.length > 0 ? 'yes' : 'no',
    hasBoth: high.length > 0 && low.length > 0 ? 'yes' : 'no',
    high: items(high),
    low: items(low),
  })
  return { label, text: book.phrase(text) }
}

function longer(factors: FactorRow[], labels: WindowLabels, locale: Locale, t: Translator): KeyPoint {
  const book = new PhraseBook()
  const label = t('keyPoints.longer')
  const tally = (window: 'month' | 'year', sign: 'up' | 'down') =>
    countWord(locale, ranked(factors, (row) => row.primary[window], sign).length)
  const known = factors.filter((row) => row.primary.year.value !== null)
  const byYear = known.sort((a, b) => Number(b.primary.year.value) - Number(a.primary.year.value))
  const [best, worst] = [byYear[0], byYear.at(-1)]
  if (!best || !worst) return { label, text: book.phrase(t('keyPoints.longerNone', { year: labels.year })) }
  const item = (row: FactorRow) => t('keyPoints.item', { name: book.name(row), value: book.figure(row.primary.year) })
  const text = t('keyPoints.longerText', {
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
  return { label, text: book.phrase(text) }
}

function portfolios(rows: SummaryRow[], labels: WindowLabels, t: Translator): KeyPoint {
  const book = new PhraseBook()
  const label = t('keyPoints.portfolios')
  const known = rows.filter((row) => weekOf(row).value !== null)
  if (known.length === 0) return { label, text: book.phrase(t('keyPoints.noPortfolios')) }
  const sentences = known.map((row) =>
    t('keyPoints.portfolioText', {
      name: book.name(row),
      week: book.figure(row.primary.week),
      month: labels.month,
      monthValue: book.figure(row.primary.month),
      year: labels.year,
      yearValue: book.figure(row.primary.year),
    }),
  )
  return { label, text: book.phrase(`${sentences.join(t('keyPoints.semicolon'))}${t('keyPoints.stop')}`) }
}

function weekItem(book: PhraseBook, row: SummaryRow, t: Translator): string {
  return t('keyPoints.item', { name: book.name(row), value: book.figure(weekOf(row)) })
}

function weekOf(row: SummaryRow) {
  return row.primary.week
}
