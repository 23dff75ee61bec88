import type { View } from '@/lib/address/view'
import type { WindowLabels } from '@/lib/analysis/trading-windows'
import { translatorFor } from '@/lib/messages/translate'
import { SortHead } from '../table/sort-head'
import { MeasureHeads, PrimaryColumns, PrimaryHeads } from './primary-columns'

/** Heads of table 1: two measures over the same three windows and a win rate. */
export function SummaryHead({ labels, view, path }: { labels: WindowLabels; view: View; path: string }) {
  const t = translatorFor(view.locale)
  const wins = t('measures.monthlyWins')
  const own = { view, path }
  return (
    <>
      <colgroup>
        <PrimaryColumns view={view} />
        <col className="c-figure c-gap" />
        <col className="c-figure" />
        <col className="c-figure" />
        <col className="c-wins" />
        {view.columns.includes('spark') && <col className="c-spark" />}
      </colgroup>
      <thead>
        <MeasureHeads first={t('measures.longShort')} second={t('measures.longExcess')} span={4} view={view} />
        <tr>
          <PrimaryHeads {...own} labels={labels} name={t('tables.factor')} wins={wins} className="long-short" />
          <SortHead {...own} column="excessWeek" label={labels.week} className="figure-cell gap long-excess" />
          <SortHead {...own} column="excessMonth" label={labels.month} className="figure-cell long-excess" />
          <SortHead {...own} column="excessYear" label={labels.year} className="figure-cell long-excess" />
          <SortHead {...own} column="excessWins" label={wins} className="wins-cell long-excess" />
          {view.columns.includes('spark') && (
            <SortHead {...own} column="spark" label={t('tables.spark')} className="spark-cell" />
          )}
        </tr>
      </thead>
    </>
  )
}
