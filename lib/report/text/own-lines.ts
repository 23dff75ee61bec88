import type { Measure } from '@/lib/analysis/cell'
import { formatWinRate } from '@/lib/base/format'
import type { Translator } from '@/lib/messages/translate'
import type { ComparedRow, PlainLine } from '@/lib/report/model/report'
import { PhraseBook } from './phrase'
import type { Listed } from './plain-list'

/**
 * Returns a line for each factor, in the order of the report, then for each portfolio: its figures in few words, so that a
 * line of the PDF holds them. A series without any of them has none: the reason stands under its table.
 */
export function ownLines({ factors, portfolios, labels }: Listed, t: Translator): PlainLine[] {
  const inReportOrder = factors.toSorted((a, b) => a.number - b.number)
  return [...inReportOrder, ...portfolios].filter(hasFigure).map(lineOf)

  function lineOf({ code, shortName, primary, longExcess }: ComparedRow): PlainLine {
    const book = new PhraseBook()
    const kind = longExcess === null ? 'portfolio' : 'factor'
    const first = t('plainList.own', {
      kind,
      name: book.name({ code, shortName }),
      month: labels.month,
      year: labels.year,
      ...figuresOf(primary, `${code}.${kind === 'factor' ? 'longShort' : 'excess'}`, book),
    })
    const second = longExcess && t('plainList.ownExcess', figuresOf(longExcess, `${code}.longExcess`, book))
    const parts = second === null ? [first] : [first, second]
    return { code, text: book.phrase(`${parts.join(t('keyPoints.semicolon'))}${t('keyPoints.stop')}`) }
  }
}

function hasFigure({ primary, longExcess }: ComparedRow): boolean {
  const cells = [primary, longExcess].flatMap((measure) => (measure ? [measure.week, measure.month, measure.year] : []))
  return cells.some(({ value }) => value !== null)
}

function figuresOf({ week, month, year, winRate }: Measure, id: string, book: PhraseBook) {
  return {
    weekValue: book.figure(week),
    monthValue: book.figure(month),
    yearValue: book.figure(year),
    winRate: book.fact(formatWinRate(winRate), `wins:${id}`, week.id),
  }
}
