import type { ReactNode } from 'react'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { Report, SummaryRow } from '@/lib/report/model/report'
import { FigureText } from '../text/figure-text'
import { unbrokenDates, unbrokenTitle } from '../text/unbroken'

interface SeriesHeadProps {
  row: SummaryRow
  /** Its name in the other language. */
  otherName: string
  report: Report
  view: View
  crumb: ReactNode
  /** Label and value of each fact under the name. */
  facts: [label: string, value: ReactNode][]
  aside: ReactNode
}

/** Shows a series' name, its three main figures and its facts. */
export function SeriesHead({ row, otherName, report, view, crumb, facts, aside }: SeriesHeadProps) {
  const t = translatorFor(view.locale)
  const { labels } = report
  const weekLabel = t(row.longExcess ? 'factors.weekFigure' : 'factors.weekExcess', { window: labels.week })
  return (
    <>
      <header className="grid items-end gap-x-8 gap-y-3 pt-5 mid:grid-cols-[1fr_324px] mid:pt-7">
        <div>
          <p className="text-ink-2">{crumb}</p>
          <h1 className="mb-1 text-[23px]/8 pair:text-head">{unbrokenTitle(row.name)}</h1>
          <p lang={view.locale === 'zh' ? 'en' : 'zh-CN'} className="text-ink-2">
            {otherName}
          </p>
        </div>
        {/* Columns have fixed widths, so that figures do not move while the rest of the page loads. */}
        <dl className="flex gap-9 mid:grid mid:grid-cols-[124px_84px_84px] mid:gap-4">
          {(
            [
              [weekLabel, row.primary.week],
              [labels.month, row.primary.month],
              [labels.year, row.primary.year],
            ] as const
          ).map(([label, cell]) => (
            <div key={cell.id} className="mid:text-right">
              <dt className="text-ink-2 text-note">{label}</dt>
              <dd className="font-bold text-figure" data-cell={cell.id}>
                <FigureText value={cell.value} />
              </dd>
            </div>
          ))}
        </dl>
      </header>
      <div className="mt-4 flex flex-wrap items-baseline gap-x-7 border-line border-y py-2 text-ink-2 text-note">
        <dl className="contents">
          {facts.map(([label, fact]) => (
            <div key={label} className="flex items-baseline gap-1.5">
              <dt>{label}</dt>
              <dd className="text-ink">{typeof fact === 'string' ? unbrokenDates(fact) : fact}</dd>
            </div>
          ))}
        </dl>
        <div className="print:hidden mid:ml-auto">{aside}</div>
      </div>
    </>
  )
}
