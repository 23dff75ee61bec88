import { wholePercent } from '@/lib/base/format'
import type { Translator } from '@/lib/messages/translate'
import type { ComparedRow, Phrase, PlainLine, Report } from '@/lib/report/model/report'
import { PhraseBook } from '@/lib/report/text/phrase'
import { isRecord } from '@/lib/report/text/unusual'
import { inSentence } from '@/lib/report/text/wording'
import { hasOwnMonth, type KeyPointInput, rarityOf, tailOf } from './candidate'
import { type UnusualCell, unusualCells } from './unusual-cells'

type Tables = Pick<Report, 'table1' | 'table2' | 'labels' | 'locale'>

/**
 * Returns what to watch: for each factor and portfolio with an unusual figure of the week, the month or the year to date,
 * one line with those figures and their percentiles, the rarest first.
 */
export function watched({ table1, table2, labels, locale }: Tables, t: Translator): PlainLine[] {
  const factors = table1.flatMap(({ rows }) => rows)
  const input = { families: table1, factors, portfolios: table2, labels, locale, past: new Map(), leastPast: 0, t }
  const windows = hasOwnMonth(input) ? (['week', 'month', 'year'] as const) : (['week', 'year'] as const)
  const cells = windows.flatMap((window) => unusualCells(window, input)).toSorted((a, b) => rarity(b) - rarity(a))
  const rows = new Map<string, ComparedRow>(cells.map(({ row }) => [row.code, row]))
  return [...rows.values()].map((row) => ({
    code: row.code,
    text: lineOf(
      row,
      cells.filter((cell) => cell.row.code === row.code),
      input,
    ),
  }))
}

function rarity({ cell, side }: UnusualCell): number {
  return rarityOf(tailOf(cell.percentile, side === 'high' ? 'up' : 'down'))
}

function lineOf(row: ComparedRow, cells: UnusualCell[], { t, labels, locale }: KeyPointInput): Phrase {
  const book = new PhraseBook()
  const figures = cells.map((unusual) => {
    const { measure, window, cell } = unusual
    return t('keyPoints.watchedFigure', {
      window,
      label: labels[window],
      measure: inSentence(t(`measures.${measure}`), locale),
      value: book.figure(cell),
      ...placeOf(book, unusual, t),
    })
  })
  return book.phrase(t('keyPoints.watched', { name: book.name(row), figures: figures.join(t('keyPoints.semicolon')) }))
}

/** Returns the place of a figure among its past: its percentile, or that it is the highest or the lowest. */
function placeOf(book: PhraseBook, { cell: { id, percentile }, side, window }: UnusualCell, t: Translator) {
  if (percentile === null) throw new TypeError(`${id} is unusual without a percentile`)
  const record = t(`keyPoints.${window === 'week' ? 'record' : 'yearRecord'}`, {
    side: side === 'high' ? 'up' : 'down',
  })
  return {
    standing: isRecord(percentile) ? 'record' : 'usual',
    record: book.fact(record, `record:${id}`, id),
    percentile: book.fact(t('keyPoints.percentile', { rank: wholePercent(percentile) }), `percentile:${id}`, id),
  }
}
