import type { SeriesHistory, SeriesKind } from '@/lib/analysis/history'
import { runs, type Span } from '@/lib/analysis/trading-windows'
import { monthOf, yearOf } from '@/lib/base/dates'
import type { ExportTable } from '@/lib/base/export-table'
import { formatPercent } from '@/lib/base/format'
import { fractionColumn } from '@/lib/figures/rows/fraction-column'
import type { SeriesRows } from '@/lib/figures/rows/rows'
import type { LegRole } from '@/lib/figures/rows/terms'
import { valueText } from '@/lib/figures/rows/value-text'
import { withStart } from '@/lib/figures/rows/with-start'
import type { Translator } from '@/lib/messages/translate'
import type { FigureContext, FigureKind, FigureTable } from './figure-kind'

/** Common definition of the figures of one series over a period. */
export const SERIES_FIGURE = { note, emptyReason, table, exportTable } satisfies Partial<FigureKind<SeriesRows>>

/** A period of at most this many months is listed by months, a longer one by years. */
const MAX_MONTHS = 24

/** Returns the days of a period, preceded by the day whose close is the start of the lines. */
export function periodDates({ days }: SeriesHistory, { from, to }: Span): string[] {
  return withStart(days.slice(from, to))
}

/** Returns the names of the lines of a factor's or portfolio's chart. */
export function lineLabels(kind: SeriesKind, t: Translator): Record<'net' | LegRole, string> {
  const isFactor = kind === 'factor'
  return {
    net: t(isFactor ? 'seriesChart.longShort' : 'seriesChart.excess'),
    leg: t(isFactor ? 'seriesChart.long' : 'seriesChart.portfolio'),
    against: t(isFactor ? 'seriesChart.short' : 'seriesChart.index'),
    benchmark: t('seriesChart.benchmark'),
  }
}

function note({ unit, axis, dates }: SeriesRows, { t }: FigureContext): string {
  return t(`seriesChart.${unit}Note`, { axis, from: dates[1] ?? '', to: dates.at(-1) ?? '' })
}

/** Returns the reason for an empty chart: its first day has no data, so that its line has only its start. */
function emptyReason({ lines }: SeriesRows, { t }: FigureContext): string | null {
  const hasDay = lines[0]?.values.slice(1).some((value) => value !== null)
  return hasDay ? null : t('figures.gapAtStart')
}

/** Returns the value of each line at the end of each month or year of the period. */
function table({ dates, lines, drawdown, unit }: SeriesRows, { t }: FigureContext): FigureTable {
  const days = dates.slice(1)
  const months = runs(days, monthOf)
  const ends = (months.length <= MAX_MONTHS ? months : runs(days, yearOf)).map(({ to }) => to)
  return {
    head: [t('takeaway.date'), ...lines.map(({ label }) => label), ...(drawdown ? [`${drawdown.label} %`] : [])],
    rows: ends.map((at) => [
      dates[at] ?? '',
      ...lines.map(({ values }) => valueText(values[at] ?? null, unit)),
      ...(drawdown ? [formatPercent(drawdown.values[at] ?? null)] : []),
    ]),
  }
}

/** Returns a row for each day: the lines, and how far the main one is below its peak. */
function exportTable({ dates, lines, drawdown, unit }: SeriesRows, { t }: FigureContext): ExportTable {
  const named = (label: string) =>
    unit === 'ratio' ? { header: label, type: 'number' as const } : fractionColumn(label, t)
  const shown = (value: number | null) => (value === null || unit !== 'earned' ? value : value - 1)
  return {
    columns: [
      { header: t('takeaway.date'), type: 'date' },
      ...lines.map(({ label }) => named(label)),
      ...(drawdown ? [fractionColumn(drawdown.label, t)] : []),
    ],
    rows: dates.map((date, index) => [
      date,
      ...lines.map(({ values }) => shown(values[index] ?? null)),
      ...(drawdown ? [drawdown.values[index] ?? null] : []),
    ]),
  }
}
