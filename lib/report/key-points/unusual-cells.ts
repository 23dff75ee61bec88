import type { Cell, WindowName } from '@/lib/analysis/cell'
import type { ComparedRow } from '@/lib/report/model/report'
import type { PhraseBook } from '@/lib/report/text/phrase'
import { percentileBand } from '@/lib/report/text/unusual'
import { inSentence } from '@/lib/report/text/wording'
import type { KeyPointInput } from './candidate'
import { counted } from './point-texts'

/** At most this many series of a group are named, the largest figures first. */
const MAX_NAMED: Record<WindowName, number> = { week: 3, month: 1, year: 1 }

const MEASURES = ['longShort', 'longExcess', 'excess'] as const
const SIDES = ['high', 'low'] as const

/** An unusual figure of tables 1 and 2. */
export interface UnusualCell {
  row: ComparedRow
  measure: (typeof MEASURES)[number]
  window: WindowName
  side: (typeof SIDES)[number]
  cell: Cell
}

/** Returns the figures of a window that the tables mark as unusual: both measures of factors, then the portfolios. */
export function unusualCells(window: WindowName, input: KeyPointInput): UnusualCell[] {
  return cellsOf(window, input).flatMap((found) => {
    const band = percentileBand(found.cell.percentile)
    return band === 'high' || band === 'low' ? [{ ...found, side: band }] : []
  })
}

/** Returns every figure of a window in tables 1 and 2. */
export function cellsOf(window: WindowName, { factors, portfolios }: KeyPointInput): Omit<UnusualCell, 'side'>[] {
  return [
    ...factors.map((row) => ({ row, measure: 'longShort' as const, window, cell: row.primary[window] })),
    ...factors.map((row) => ({ row, measure: 'longExcess' as const, window, cell: row.longExcess[window] })),
    ...portfolios.map((row) => ({ row, measure: 'excess' as const, window, cell: row.primary[window] })),
  ]
}

/** Returns a text for each measure: "2024 long excess 2 high (A +8.02%, B +7.10%), 6 low (C −10.59%, …)". */
export function groupTexts(book: PhraseBook, cells: readonly UnusualCell[], input: KeyPointInput): string {
  const { t, labels, locale } = input
  const groups = MEASURES.map((measure) => cells.filter((cell) => cell.measure === measure))
  const texts = groups.flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { window, measure } = first
    const sides = SIDES.map((side) => group.filter((cell) => cell.side === side)).filter(({ length }) => length > 0)
    return t('keyPoints.unusualGroup', {
      window,
      label: labels[window],
      measure: inSentence(t(`measures.${measure}`), locale),
      sides: sides.map((side) => sideText(book, side, input)).join(t('keyPoints.comma')),
    })
  })
  return texts.join(t('keyPoints.semicolon'))
}

/** @param cells the figures of one measure on one side, at least one */
function sideText(book: PhraseBook, cells: readonly UnusualCell[], input: KeyPointInput): string {
  const { t } = input
  const [{ measure, side, window } = never()] = cells
  const direction = side === 'high' ? -1 : 1
  const sorted = cells.toSorted((a, b) => direction * (Number(a.cell.value) - Number(b.cell.value)))
  const items = sorted
    .slice(0, MAX_NAMED[window])
    .map(({ row, cell }) => t('keyPoints.item', { name: book.name(row), value: book.figure(cell) }))
  return t('keyPoints.unusualSide', {
    side,
    count: counted(book, cells.length, `unusual:${measure}.${window}.${side}`, input),
    items: items.join(t('keyPoints.comma')),
    hasMore: cells.length > items.length ? 'yes' : 'no',
  })
}

function never(): never {
  throw new TypeError('a group of unusual figures has no figure')
}
