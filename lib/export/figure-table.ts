import type {
  BarRows,
  DistributionRows,
  FactorRows,
  FigureRows,
  LineRows,
  LinesRows,
  QualityRows,
  SeriesRows,
} from '@/lib/figures/figure'
import type { Translator } from '@/lib/messages/translate'
import type { ExportTable } from './export-table'

/** A figure's rows as a table: a line has a row a day, bars a row a window, all factors a row each. */
export function figureTable(rows: FigureRows, t: Translator): ExportTable {
  if (rows.shape === 'line') return lineTable(rows, t)
  if (rows.shape === 'lines') return linesTable(rows, t)
  if (rows.shape === 'series') return seriesTable(rows, t)
  if (rows.shape === 'distribution') return distributionTable(rows, t)
  if (rows.shape === 'quality') return qualityTable(rows, t)
  return rows.shape === 'bars' ? barTable(rows, t) : factorTable(rows, t)
}

/** The first row is the close before the first day with returns, where the line stands at its base. */
function lineTable({ dates, values, label, measure }: LineRows, t: Translator): ExportTable {
  const isRatio = RATIOS.includes(measure)
  return {
    columns: [
      { header: t('takeaway.date'), type: 'date' },
      { header: isRatio ? label : fraction(label, t), type: isRatio ? 'number' : 'percent' },
    ],
    rows: dates.map((date, index) => [date, values[index] ?? null]),
  }
}

/** What has no unit; all else is a decimal fraction. */
const RATIOS: readonly LineRows['measure'][] = ['relative-strength', 'correlation', 'rolling-ratio']

/** A row a day, a column a line. */
function linesTable({ dates, lines }: LinesRows, t: Translator): ExportTable {
  return {
    columns: [
      { header: t('takeaway.date'), type: 'date' },
      ...lines.map(({ label }) => ({ header: label, type: 'number' as const })),
    ],
    rows: dates.map((date, index) => [date, ...lines.map(({ values }) => values[index] ?? null)]),
  }
}

/** A row a day: the lines, and how far the main one lies below its peak. */
function seriesTable({ dates, lines, drawdown, unit }: SeriesRows, t: Translator): ExportTable {
  const named = (label: string) =>
    unit === 'ratio'
      ? { header: label, type: 'number' as const }
      : { header: fraction(label, t), type: 'percent' as const }
  const shown = (value: number | null) => (value === null || unit !== 'earned' ? value : value - 1)
  return {
    columns: [
      { header: t('takeaway.date'), type: 'date' },
      ...lines.map(({ label }) => named(label)),
      ...(drawdown ? [{ header: fraction(drawdown.label, t), type: 'percent' as const }] : []),
    ],
    rows: dates.map((date, index) => [
      date,
      ...lines.map(({ values }) => shown(values[index] ?? null)),
      ...(drawdown ? [drawdown.values[index] ?? null] : []),
    ]),
  }
}

/** A row a bin: its edges, the upper one outside, and how many weeks lie between. */
function distributionTable({ from, width, counts }: DistributionRows, t: Translator): ExportTable {
  const edge = (bin: number) => Number((from + bin * width).toPrecision(12))
  return {
    columns: [
      { header: fraction(t('seriesChart.binFrom'), t), type: 'percent' },
      { header: fraction(t('seriesChart.binTo'), t), type: 'percent' },
      { header: t('seriesChart.binWeeks'), type: 'integer' },
    ],
    rows: counts.map((weeks, bin) => [edge(bin), edge(bin + 1), weeks]),
  }
}

/** A row a rebalancing, a column a coefficient. */
function qualityTable({ dates, lines }: QualityRows, t: Translator): ExportTable {
  return {
    columns: [
      { header: t('takeaway.date'), type: 'date' },
      ...lines.map(({ label }) => ({ header: label, type: 'number' as const })),
    ],
    rows: dates.map((date, at) => [date, ...lines.map(({ values }) => values[at] ?? null)]),
  }
}

function barTable({ windows }: BarRows, t: Translator): ExportTable {
  const labels = windows[0]?.bars.map(({ label }) => label) ?? []
  return {
    columns: [
      { header: t('figures.dataWindow'), type: 'text' },
      ...labels.map((label) => ({ header: fraction(label, t), type: 'percent' as const })),
    ],
    rows: windows.map(({ label, bars }) => [label, ...bars.map(({ value }) => value)]),
  }
}

function factorTable({ windows, factors }: FactorRows, t: Translator): ExportTable {
  return {
    columns: [
      { header: t('export.number'), type: 'integer' },
      { header: t('export.name'), type: 'text' },
      ...windows.map((window) => ({ header: fraction(window, t), type: 'percent' as const })),
    ],
    rows: factors.map(({ number, name, values }) => [number, name, ...values]),
  }
}

function fraction(window: string, t: Translator): string {
  return t('export.fraction', { window })
}
