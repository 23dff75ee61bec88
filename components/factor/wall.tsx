import type { ReactNode } from 'react'
import type { Report, SummaryRow } from '@/lib/report/report'
import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'
import { ConventionSwitch } from '../layout/convention-switch'
import { MissingNotes } from '../report/missing-notes'
import { WallCell } from './wall-cell'

/** About a screenful of small multiples loads at once, the others as the reader nears them. */
const EAGER_CELLS = 12

interface WallProps {
  report: Report
  view: View
  /** Path of the page. */
  path: string
  title: string
  groups: { code: string; name: string; fact: string; rows: SummaryRow[] }[]
}

/** Small multiples under their groups, all on the same axes. */
export function Wall({ report, view, path, title, groups }: WallProps) {
  const t = translatorFor(view.locale)
  const order = groups.flatMap(({ rows }) => rows.map(({ code }) => code))
  return (
    <>
      <header className="pt-5 mid:pt-7">
        <p className="text-ink-2 text-note mid:text-sheet">
          {t('factors.asOfLine', { asOf: report.week.asOf, version: report.version })}
          <span className="ml-4 whitespace-nowrap">
            {t('week.convention')} <ConventionSwitch view={view} path={path} />
          </span>
        </p>
        <h1 className="mt-1 text-[23px]/8 mid:text-head">{title}</h1>
        <Reading report={report} view={view} />
      </header>
      {groups.map((group) => (
        <section key={group.code} className="mt-4 border-rule border-t-2 pt-1.5">
          <h2 className="text-sheet">
            {group.name}
            <span className="ml-2.5 font-normal text-ink-2 text-note">{group.fact}</span>
          </h2>
          <div className="grid grid-cols-2 gap-x-6 gap-y-3 mid:grid-cols-[repeat(auto-fill,203px)] mid:gap-x-7">
            {group.rows.map((row) => (
              <WallCell
                key={row.code}
                row={row}
                report={report}
                view={view}
                eager={order.indexOf(row.code) < EAGER_CELLS}
              />
            ))}
          </div>
        </section>
      ))}
      <MissingNotes notes={report.missingNotes} codes={order} />
    </>
  )
}

function Reading({ report: { labels }, view }: { report: Report; view: View }) {
  const t = translatorFor(view.locale)
  const figures = t.rich('factors.readingFigures', {
    ...labels,
    dot: () => <span className="mx-1 inline-block size-[5px] rounded-full bg-accent align-[2px]" />,
  }) as ReactNode
  return (
    <p className="mt-2 max-w-[72em] text-pretty text-ink-2 text-note">
      <b className="mr-1.5 text-ink">{t('factors.reading')}</b>
      {t('factors.readingLine', { year: labels.year })}
      {view.locale === 'en' && ' '}
      {t('factors.readingAxis')}
      {view.locale === 'en' && ' '}
      {figures}
    </p>
  )
}
