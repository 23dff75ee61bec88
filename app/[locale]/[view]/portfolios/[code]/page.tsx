import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Construction } from '@/components/report/construction'
import { Contributions } from '@/components/series/contributions'
import { SeriesBody } from '@/components/series/series-body'
import { SeriesParts } from '@/components/series/series-parts'
import { To } from '@/components/text/to'
import { pageParameters, pageView } from '@/lib/address/page-view'
import { seriesParameters } from '@/lib/address/parameters/series-parameters'
import { getSeriesHistory } from '@/lib/analysis/get-series-histories'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { translatorFor } from '@/lib/messages/translate'
import { getSeriesPage } from '@/lib/workbench/series/get-series-page'

interface PortfolioPageProps {
  params: Promise<{ locale: string; view: string; code: string }>
}

export async function generateMetadata({ params }: PortfolioPageProps): Promise<Metadata> {
  const view = await pageView(params)
  const [{ code }, { portfolios }] = await Promise.all([params, getLocalisedCatalogue(view)])
  const portfolio = portfolios.find((entry) => entry.code === code)
  return portfolio ? { title: portfolio.name } : {}
}

/** Shows one portfolio: lines, excess and win rate, constraints, objective and costs. */
export default async function PortfolioPage({ params }: PortfolioPageProps) {
  const view = await pageView(params)
  const { code } = await params
  const parameters = pageParameters(seriesParameters, view)
  const page = await getSeriesPage({ ...view, kind: 'portfolio', code, asOf: parameters.asOf })
  const section = page?.report.sections.find((part) => part.kind === 'portfolios')
  const part = section?.parts[0]
  if (!page || !section || !part) notFound()
  const t = translatorFor(view.locale)
  const history = await getSeriesHistory({ version: view.version, code, asOf: page.week.asOf })
  return (
    <SeriesBody
      page={page}
      view={view}
      folder="/portfolios"
      crumb={
        <To path="/portfolios" view={view} className="prose-link tap inline-block">
          {t('nav.portfolios')}
        </To>
      }
      universeLabel={t('factors.benchmark')}
      commentary={part.commentary}
      history={history}
      bars={part.figures[1] ?? null}
      parameters={parameters}
    >
      {history && <Contributions history={history} name={page.row.name} view={view} />}
      {history && <SeriesParts history={history} name={page.row.name} view={view} parameters={parameters} />}
      <section className="mt-10 border-line border-t pt-3">
        <p className="max-w-[44em] text-pretty text-body">{section.description}</p>
        <Construction section={section} view={view} />
      </section>
    </SeriesBody>
  )
}
