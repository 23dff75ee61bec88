import type { ExportTable } from '@/lib/base/export-table'
import { fractionColumn } from '@/lib/figures/rows/fraction-column'
import { translatorFor } from '@/lib/messages/translate'
import type { MarketBenchmark } from '@/lib/report/model/market-line'
import type { Summary } from '@/lib/report/model/report'

/**
 * Returns what the market did as a table: a row for each benchmark, returns as decimal fractions at full precision; a
 * missing one is empty, with the reason in the last column.
 */
export function marketSheet(
  { locale, labels, week, version, isDemo, window }: Summary,
  market: readonly MarketBenchmark[],
): { name: string; table: ExportTable } {
  const t = translatorFor(locale, window)
  const demo = isDemo ? [t('demo.label')] : []
  return {
    name: t('market.title'),
    table: {
      columns: [
        { header: t('export.code'), type: 'text' },
        { header: t('export.name'), type: 'text' },
        fractionColumn(labels.week, t),
        { header: t('export.percentile'), type: 'number' },
        fractionColumn(labels.month, t),
        fractionColumn(labels.year, t),
        { header: t('export.asOf'), type: 'date' },
        { header: t('export.version'), type: 'integer' },
        { header: t('export.note'), type: 'text' },
      ],
      rows: market.map(({ code, name, returns: { week: own, month, year }, note }) => {
        const notes = [...demo, ...(note === null ? [] : [note])]
        const remark = notes.length === 0 ? null : notes.join(' ')
        return [code, name, own.value, own.percentile, month.value, year.value, week.asOf, version, remark]
      }),
    },
  }
}
