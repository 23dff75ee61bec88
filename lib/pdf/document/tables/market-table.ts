import type { Cell } from '@/lib/analysis/cell'
import { DASH, formatPercent, signOf, wholePercent } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import { compactMarket } from '@/lib/report/model/market-line'
import type { Report } from '@/lib/report/model/report'
import { type TableCell, textCell } from './table-spec'

/** Returns the market line for a template, in the order of its columns; null when the store has no benchmark. */
export function marketTable({ market, labels, locale, window }: Report) {
  const t = translatorFor(locale, window)
  const { shown, others } = compactMarket(market)
  if (shown.length === 0) return null
  const notes = shown.flatMap(({ note }) => note ?? [])
  return {
    title: t('market.title'),
    note: t('market.note'),
    heads: [t('market.benchmark'), labels.week, t('market.percentile'), labels.month, labels.year],
    rows: shown.map(({ name, returns: { week, month, year } }) => ({
      name,
      cells: [{ ...figure(week), bold: true }, percentile(week), figure(month), figure(year)],
    })),
    notes: others === 0 ? notes : [...notes, t('market.others', { count: others })],
  }
}

function figure({ value }: Cell): TableCell {
  return { text: formatPercent(value), tone: signOf(value), bold: false }
}

function percentile({ percentile: share }: Cell): TableCell {
  return textCell(share === null ? DASH : String(wholePercent(share)))
}
