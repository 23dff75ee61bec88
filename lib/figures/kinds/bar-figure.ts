import type { SeriesHistory } from '@/lib/analysis/history'
import { spreadOver } from '@/lib/analysis/measure'
import { within } from '@/lib/analysis/measured-series'
import { windowSpans } from '@/lib/analysis/trading-windows'
import type { ExportTable } from '@/lib/base/export-table'
import { formatPercent } from '@/lib/base/format'
import { legsOption } from '@/lib/figures/options/legs-option'
import { fractionColumn } from '@/lib/figures/rows/fraction-column'
import type { BarRows, BarWindow } from '@/lib/figures/rows/rows'
import { windowLabels } from '@/lib/figures/rows/window-labels'
import { periodReturn } from '@/lib/metrics/returns/period-return'
import type { FigureContext, FigureKind, FigureTable } from './figure-kind'

/** Common definition of the bars of factors and portfolios. */
export const WINDOW_BARS = {
  hasWindows: true,
  figures: 'window',
  layouts: ['bars'],
  exportSize: 'bars',
  option: (rows, frame) => legsOption(rows, frame),
  note: (_, { t }) => t('figures.barsNote'),
  summary,
  emptyReason: ({ windows }, { t }) =>
    windows.every(({ bars }) => bars.every(({ value }) => value === null)) ? t('figures.noWindows') : null,
  table,
  exportTable,
} satisfies Partial<FigureKind<BarRows>>

/**
 * Returns the period returns of both legs and their difference, for the three windows of a report; null before any trading day.
 */
export function barRows(
  history: SeriesHistory,
  names: Record<'leg' | 'against' | 'net', string>,
  { asOf, locale, convention, window, t }: FigureContext,
): BarRows | null {
  const { days, leg, against } = history
  if (days.length === 0) return null
  const labels = windowLabels(asOf, locale, t, window)
  const [week, month, year] = windowSpans(days, window)
  const spans = { week, month, year }
  const bars = (window: 'week' | 'month' | 'year'): BarWindow => ({
    label: labels[window],
    bars: [
      { role: 'leg', label: names.leg, value: periodReturn(within(leg, spans[window])) },
      { role: 'against', label: names.against, value: periodReturn(within(against, spans[window])) },
      { role: 'net', label: names.net, value: spreadOver(history, spans[window], convention) },
    ],
  })
  return { shape: 'bars', windows: [bars('week'), bars('month'), bars('year')] }
}

function summary({ windows }: BarRows, { names, t }: FigureContext): string {
  const parts = windows.map(({ label, bars }) =>
    t('figures.altBarWindow', {
      window: label,
      bars: bars
        .map((bar) => t('figures.altBar', { role: bar.label, value: formatPercent(bar.value) }))
        .join(t('figures.altComma')),
    }),
  )
  return t('figures.altBars', { name: names[0] ?? '', parts: parts.join(t('figures.altSemicolon')) })
}

function table({ windows }: BarRows, { t }: FigureContext): FigureTable {
  return {
    head: [t('figures.dataWindow'), ...(windows[0]?.bars.map(({ label }) => label) ?? [])],
    rows: windows.map(({ label, bars }) => [label, ...bars.map(({ value }) => formatPercent(value))]),
  }
}

function exportTable({ windows }: BarRows, { t }: FigureContext): ExportTable {
  const labels = windows[0]?.bars.map(({ label }) => label) ?? []
  return {
    columns: [{ header: t('figures.dataWindow'), type: 'text' }, ...labels.map((label) => fractionColumn(label, t))],
    rows: windows.map(({ label, bars }) => [label, ...bars.map(({ value }) => value)]),
  }
}
