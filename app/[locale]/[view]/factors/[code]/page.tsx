import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChartFigure } from '@/components/chart/chart-figure'
import { SeriesFigures } from '@/components/factor/series-figures'
import { SeriesHead } from '@/components/factor/series-head'
import { SeriesNeighbours } from '@/components/factor/series-neighbours'
import { PageFrame } from '@/components/layout/page-frame'
import { To } from '@/components/layout/to'
import { PhraseText } from '@/components/text/phrase-text'
import { pageView } from '@/lib/page-view'
import { getSeriesPage } from '@/lib/report/get-series-page'
import { nameIn } from '@/lib/report/inputs'
import { translatorFor } from '@/lib/translate'

interface FactorPageProps {
  params: Promise<{ locale: string; view: string; code: string }>
}

export async function generateMetadata({ params }: FactorPageProps): Promise<Metadata> {
  const page = await getSeriesPage({ ...(await pageView(params)), kind: 'factor', code: (await params).code })
  return { title: page?.row.name }
}

/** One factor: its two figures large, its returns and win rates, how it is built. */
export default async function FactorPage({ params }: FactorPageProps) {
  const view = await pageView(params)
  const page = await getSeriesPage({ ...view, kind: 'factor', code: (await params).code })
  const section = page?.report.sections.find((part) => part.kind === 'factor')
  if (!page || !section) notFound()
  const { report, row, entries } = page
  const t = translatorFor(view.locale)
  const [line, bars] = section.figures
  return (
    <PageFrame view={view} path={`/factors/${row.code}`} current="factors" isDemo={report.isDemo}>
      <SeriesHead
        row={row}
        otherName={page.otherName}
        report={report}
        view={view}
        crumb={
          <>
            <To path="/factors" view={view} className="prose-link">
              {t('factors.crumb')}
            </To>{' '}
            / {section.familyName}
          </>
        }
        facts={[
          [t('factors.rebalance'), t(`sections.rebalance-${page.rebalance}`)],
          [t('factors.universe'), page.universe],
          [t('factors.since'), page.inception],
          [t('week.asOf'), report.week.asOf],
          [t('week.version'), report.version],
          [t('week.convention'), t(`week.${view.convention}`)],
        ]}
        aside={
          <To path="/methodology" view={view} className="link">
            {t('factors.definition')}
          </To>
        }
      />
      <p className="mt-5 max-w-[44em] text-pretty text-body">
        <PhraseText phrase={section.commentary} />
      </p>
      <div className="mt-6">
        {line && (
          <ChartFigure figure={line} view={view} asOf={report.week.asOf} layout="large-line" hasNumber={false} eager />
        )}
      </div>
      <div className="mt-10 grid items-start gap-x-16 gap-y-8 pair:grid-cols-[368px_minmax(0,1fr)]">
        {bars && (
          <ChartFigure figure={bars} view={view} asOf={report.week.asOf} layout="bars" hasNumber={false} eager />
        )}
        <div>
          <SeriesFigures row={row} report={report} view={view} />
          <h2 className="mt-8 text-sheet">{t('factors.description')}</h2>
          <p className="mt-1 max-w-[52em] text-pretty text-ink-2">
            {section.description}
            {section.reference !== null && <> {t('sections.reference', { title: section.reference })}</>}
          </p>
        </div>
      </div>
      <SeriesNeighbours
        entries={entries.map((entry) => ({ code: entry.code, name: nameIn(view.locale, entry) }))}
        code={row.code}
        folder="/factors"
        view={view}
      />
    </PageFrame>
  )
}
