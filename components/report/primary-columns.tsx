import type { WindowLabels } from '@/lib/report/report'
import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'

/** The columns that tables 1 and 2 share: number, name, then week, place in history, month, year and win rate. */
export function PrimaryColumns() {
  return (
    <>
      <col className="c-number" />
      <col />
      <col className="c-figure" />
      <col className="c-rank" />
      <col className="c-figure" />
      <col className="c-figure" />
      <col className="c-wins" />
    </>
  )
}

interface PrimaryHeadsProps {
  labels: WindowLabels
  view: View
  /** Head of the names. */
  name: string
  /** Head of the win rates. */
  wins: string
  /** Marks the figures that a phone's switch shows or hides. */
  className?: string
}

/** The heads of those columns. */
export function PrimaryHeads({ labels, view, name, wins, className = '' }: PrimaryHeadsProps) {
  const t = translatorFor(view.locale)
  return (
    <>
      <th scope="col" className="number-cell">
        <span className="sr-only">{t('tables.number')}</span>
      </th>
      <th scope="col" className="name-cell">
        {name}
      </th>
      <th scope="col" className={`figure-cell ${className}`}>
        {labels.week}
      </th>
      <th scope="col" className="rank-cell">
        {t('tables.rank')}
      </th>
      <th scope="col" className={`figure-cell ${className}`}>
        {labels.month}
      </th>
      <th scope="col" className={`figure-cell ${className}`}>
        {labels.year}
      </th>
      <th scope="col" className={`wins-cell ${className}`}>
        {wins}
      </th>
    </>
  )
}

/** The row above them, which names the two measures. */
export function MeasureHeads({ first, second, span }: { first: string; second: string; span: number }) {
  return (
    <tr className="group-heads">
      <td colSpan={2} />
      <th colSpan={5} scope="colgroup">
        <span>{first}</span>
      </th>
      <th colSpan={span} scope="colgroup" className="gap">
        <span>{second}</span>
      </th>
      <td className="spark-cell" />
    </tr>
  )
}
