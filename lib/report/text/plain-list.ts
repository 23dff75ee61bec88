import type { Measure } from '@/lib/analysis/cell'
import type { WindowLabels } from '@/lib/analysis/trading-windows'
import { formatWinRate } from '@/lib/base/format'
import type { Locale } from '@/lib/base/locale'
import type { Translator } from '@/lib/messages/translate'
import type { FactorRow, PlainLine, PortfolioRow, SummaryRow } from '@/lib/report/model/report'
import { PhraseBook } from './phrase'
import { inSentence } from './wording'

export interface Listed {
  factors: FactorRow[]
  portfolios: PortfolioRow[]
  labels: WindowLabels
  locale: Locale
}

/** Returns one line for each factor, in the order of the report, then for each portfolio: both tables in words. */
export function plainList({ factors, portfolios, labels, locale }: Listed, t: Translator): PlainLine[] {
  const inReportOrder = factors.toSorted((a, b) => a.number - b.number)
  return [
    ...inReportOrder.map((row) => lineOf(row, [row.primary, row.longExcess], ['longShort', 'longExcess'])),
    ...portfolios.map((row) => lineOf(row, [row.primary], ['excess'])),
  ]

  function lineOf(row: SummaryRow, measures: Measure[], names: ('longShort' | 'longExcess' | 'excess')[]): PlainLine {
    const book = new PhraseBook()
    const parts = measures.map(({ week, month, year, winRate }, index) => {
      const measure = names[index] ?? 'excess'
      return t('plainList.measure', {
        measure: inSentence(t(`measures.${measure}`), locale),
        weekValue: book.figure(week),
        month: labels.month,
        monthValue: book.figure(month),
        year: labels.year,
        yearValue: book.figure(year),
        wins: inSentence(t(measure === 'excess' ? 'measures.weeklyWins' : 'measures.monthlyWins'), locale),
        winRate: book.fact(formatWinRate(winRate), `wins:${row.code}.${measure}`, week.id),
      })
    })
    const text = t('plainList.line', { name: book.name(row), measures: parts.join(t('keyPoints.semicolon')) })
    return { code: row.code, text: book.phrase(text) }
  }
}
