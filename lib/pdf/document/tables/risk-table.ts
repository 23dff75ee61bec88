import { formatPercent, formatRatio, formatSigned, signOf } from '@/lib/base/format'
import type { Locale } from '@/lib/base/locale'
import { translatorFor } from '@/lib/messages/translate'
import type { ReportJob } from '@/lib/pdf/document/job'
import type { RiskFigures, SeriesRisk } from '@/lib/pdf/document/risk'
import { sourceOf } from '@/lib/pdf/document/source'
import type { ComparedRow } from '@/lib/report/model/report'
import { nameCell } from './report-tables'
import { head, named, type TableCell, type TableSpec, textCell } from './table-spec'

/**
 * Returns the table of risk: each factor of table 1 by family, then the portfolios; null without any.
 * @param number of the table in the document
 */
export function riskTable(job: ReportJob, number: number): TableSpec | null {
  const { table1, table2, locale } = job.report
  const t = translatorFor(locale)
  const groups = [...table1, ...(table2.length > 0 ? [{ name: t('tables.portfolio'), rows: table2 }] : [])]
  if (groups.length === 0) return null
  const heads = (['riskVolatility', 'riskRatio', 'riskMaximum', 'riskCurrent'] as const).map((key) => t(`pdf.${key}`))
  return {
    ...named(String(number), t('pdf.riskCaption'), t),
    columns: [0, ...RISK_WIDTHS[locale], ...RISK_WIDTHS[locale]],
    texts: 1,
    heads: [
      [head('', 1, true), head(t('pdf.sinceInception'), 4), head(t('pdf.oneYear'), 4)],
      [head(t('pdf.riskSeries'), 1, true), ...[...heads, ...heads].map((text) => head(text))],
    ],
    groups: groups.map(({ name, rows }) => ({ title: name, fact: '', rows: rows.map((row) => rowOf(row, job)) })),
    notes: [t('pdf.riskNote'), sourceOf(job, t)],
  }
}

/** Volatility, ratio, maximum and current drawdown, mm: English heads are short, so that English names have a line. */
const RISK_WIDTHS: Record<Locale, number[]> = { zh: [14.5, 14.8, 14.5, 14.5], en: [11, 11, 14.5, 14.5] }

function rowOf(row: ComparedRow, { risk }: ReportJob): TableCell[] {
  const own = riskOfRow(row, risk)
  return [nameCell({ ...row, noteLetter: null }), ...riskCells(own.sinceInception), ...riskCells(own.oneYear)]
}

/** Returns the risk of a row's series. @throws RangeError when the job has none */
export function riskOfRow({ code }: ComparedRow, risk: SeriesRisk[]): SeriesRisk {
  const own = risk.find((each) => each.code === code)
  if (!own) throw new RangeError(`the job has no risk of ${code}`)
  return own
}

/** Returns the cells of a period: volatility, ratio, maximum and current drawdown; percent but for the ratio. */
export function riskCells({ volatility, ratio, maximumDrawdown, currentDrawdown }: RiskFigures): TableCell[] {
  return [
    textCell(formatRatio(volatility === null ? null : 100 * volatility)),
    { text: formatSigned(ratio), tone: signOf(ratio === null ? null : ratio / 100), bold: false },
    textCell(formatPercent(maximumDrawdown)),
    textCell(formatPercent(currentDrawdown)),
  ]
}
