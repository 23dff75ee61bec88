import type { WindowLabels } from '@/lib/report/report'
import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'

/** Heads of table 1: two measures over the same three windows and a win rate. */
export function SummaryHead({ labels, view }: { labels: WindowLabels; view: View }) {
  const t = translatorFor(view.locale)
  return (
    <>
      <colgroup>
        <col className="c-number" />
        <col />
        <col className="c-figure" />
        <col className="c-rank" />
        <col className="c-figure" />
        <col className="c-figure" />
        <col className="c-wins" />
        <col className="c-figure c-gap" />
        <col className="c-figure" />
        <col className="c-figure" />
        <col className="c-wins" />
        <col className="c-spark" />
      </colgroup>
      <thead>
        <tr className="group-heads">
          <td colSpan={2} />
          <th colSpan={5} scope="colgroup">
            <span>{t('measures.longShort')}</span>
          </th>
          <th colSpan={4} scope="colgroup" className="gap">
            <span>{t('measures.longExcess')}</span>
          </th>
          <td className="spark-cell" />
        </tr>
        <tr>
          <th scope="col" className="number-cell">
            <span className="sr-only">{t('tables.number')}</span>
          </th>
          <th scope="col" className="name-cell">
            {t('tables.factor')}
          </th>
          <th scope="col" className="figure-cell long-short">
            {labels.week}
          </th>
          <th scope="col" className="rank-cell">
            {t('tables.rank')}
          </th>
          <th scope="col" className="figure-cell long-short">
            {labels.month}
          </th>
          <th scope="col" className="figure-cell long-short">
            {labels.year}
          </th>
          <th scope="col" className="wins-cell long-short">
            {t('measures.monthlyWins')}
          </th>
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
