import type { WindowLabels } from '@/lib/report/report'
import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'
import { MeasureHeads, PrimaryColumns, PrimaryHeads } from './primary-columns'

/** Heads of table 1: two measures over the same three windows and a win rate. */
export function SummaryHead({ labels, view }: { labels: WindowLabels; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <>
      <colgroup>
        <PrimaryColumns />
        <col className="c-figure c-gap" />
        <col className="c-figure" />
        <col className="c-figure" />
        <col className="c-wins" />
        <col className="c-spark" />
      </colgroup>
      <thead>
        <MeasureHeads first={t('measures.longShort')} second={t('measures.longExcess')} span={4} />
        <tr>
          <PrimaryHeads
            labels={labels}
            view={view}
            name={t('tables.factor')}
            wins={t('measures.monthlyWins')}
            className="long-short"
          />
          <th scope="col" className="figure-cell gap long-excess">
            {labels.week}
          </th>
          <th scope="col" className="figure-cell long-excess">
            {labels.month}
          </th>
          <th scope="col" className="figure-cell long-excess">
            {labels.year}
          </th>
          <th scope="col" className="wins-cell long-excess">
            {t('measures.monthlyWins')}
          </th>
          <th scope="col" className="spark-cell">
            {t('tables.spark')}
          </th>
        </tr>
      </thead>
    </>
  )
}
