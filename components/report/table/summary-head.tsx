import { SortHead } from '@/components/table/sort-head'
import type { View } from '@/lib/address/view'
import type { WindowLabels } from '@/lib/analysis/trading-windows'
import { translatorFor } from '@/lib/messages/translate'
import { CoefficientColumns, CoefficientHeads, coefficientColumns } from './coefficient-columns'
import {
  FIGURE_COLUMN,
  GAP_COLUMN,
  MeasureHeads,
  PrimaryColumns,
  PrimaryHeads,
  SPARK_COLUMN,
  WINS_COLUMN,
} from './primary-columns'
import { STICKY_HEAD } from './summary-table'

/** Shows the heads of table 1: two measures over the same three windows and a win rate, and coefficients. */
export function SummaryHead({ labels, view, path }: { labels: WindowLabels; view: View; path: string }) {
  const t = translatorFor(view.locale, view.window)
  const wins = t('measures.monthlyWins')
  const own = { view, path, hasFamilies: true }
  const coefficients = coefficientColumns(view).length
  return (
    <>
      <colgroup className="max-mid:hidden">
        <PrimaryColumns view={view} />
        <col className={GAP_COLUMN} />
        <col className={FIGURE_COLUMN} />
        <col className={FIGURE_COLUMN} />
        <col className={WINS_COLUMN} />
        <CoefficientColumns view={view} />
        {view.columns.includes('spark') && <col className={SPARK_COLUMN} />}
      </colgroup>
      <thead className={STICKY_HEAD}>
        <MeasureHeads
          first={t('measures.longShort')}
          others={[
            { text: t('measures.longExcess'), span: 4 },
            ...(coefficients > 0 ? [{ text: t('tables.coefficients'), span: coefficients }] : []),
          ]}
          view={view}
        />
        <tr className="column-heads">
          <PrimaryHeads {...own} labels={labels} name={t('tables.factor')} wins={wins} className="first-measure" />
          <SortHead {...own} column="excessWeek" label={labels.week} className="figure-cell gap second-measure" />
          <SortHead {...own} column="excessMonth" label={labels.month} className="figure-cell second-measure" />
          <SortHead {...own} column="excessYear" label={labels.year} className="figure-cell second-measure" />
          <SortHead {...own} column="excessWins" label={wins} className="wins-cell second-measure" />
          <CoefficientHeads {...own} />
          {view.columns.includes('spark') && (
            <SortHead {...own} column="spark" label={t('tables.spark')} className="spark-cell" />
          )}
        </tr>
      </thead>
    </>
  )
}
