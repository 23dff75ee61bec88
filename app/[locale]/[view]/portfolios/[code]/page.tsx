import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChartFigure } from '@/components/chart/chart-figure'
import { SeriesFigures } from '@/components/factor/series-figures'
import { SeriesHead } from '@/components/factor/series-head'
import { SeriesNeighbours } from '@/components/factor/series-neighbours'
import { PageFrame } from '@/components/layout/page-frame'
import { To } from '@/components/layout/to'
import { Construction } from '@/components/report/construction'
import { PhraseText } from '@/components/text/phrase-text'
import { pageView } from '@/lib/page-view'
import { getSeriesPage } from '@/lib/report/get-series-page'
import { nameIn } from '@/lib/report/inputs'
import { translatorFor } from '@/lib/translate'

interface PortfolioPageProps {
  params: Promise<{ locale: string; view: string; code: string }>
}

export async function generateMetadata({ params }: PortfolioPageProps): Promise<Metadata> {
  const page = await getSeriesPage({ ...(await pageView(params)), kind: 'portfolio', code: (await params).code })
  return { title: page?.row.name }
}

/** One portfolio: its two figures large, its excess and win rate, its constraints, objective and costs. */
export default async function PortfolioPage({ params }: PortfolioPageProps) {
  const view = await pageView(params)
  const page = await getSeriesPage({ ...view, kind: 'portfolio', code: (await params).code })
  const section = page?.report.sections.find((part) => part.kind === 'portfolios')
  const part = section?.parts[0]
  if (!page || !section || !part) notFound()
  const { report, row, entries } = page
  const t = translatorFor(view.locale)
  const [line, bars] = part.figures
  return (
    <PageFrame view={view} path={`/portfolios/${row.code}`} current="portfolios" isDemo={report.isDemo}>
      <SeriesHead
        row={row}
        otherName={page.otherName}
        report={report}
        view={view}
        crumb={
          <To path="/portfolios" view={view} className="link">
            {t('nav.portfolios')}
          </To>
        }
        facts={[
          [t('factors.rebalance'), t(`sections.rebalance-${page.rebalance}`)],
          [t('factors.benchmark'), page.universe],
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
        <PhraseText phrase={part.commentary} />
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
        <SeriesFigures row={row} report={report} view={view} />
      </div>
      <section className="mt-10 border-line border-t pt-3">
        <p className="max-w-[44em] text-pretty text-body">{section.description}</p>
        <Construction section={section} view={view} />
      </section>
      <SeriesNeighbours
        entries={entries.map((entry) => ({ code: entry.code, name: nameIn(view.locale, entry) }))}
        code={row.code}
        folder="/portfolios"
        view={view}
      />
    </PageFrame>
  )
}
