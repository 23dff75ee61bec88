import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SeriesBody } from '@/components/series/series-body'
import { SeriesParts } from '@/components/series/series-parts'
import { To } from '@/components/text/to'
import { pageParameters, pageView } from '@/lib/address/page-view'
import { seriesParameters } from '@/lib/address/parameters/series-parameters'
import { getSeriesHistory } from '@/lib/analysis/get-series-histories'
import { getFactorQuality } from '@/lib/db/queries/get-factor-quality'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { translatorFor } from '@/lib/messages/translate'
import { getSeriesPage } from '@/lib/workbench/series/get-series-page'

interface FactorPageProps {
  params: Promise<{ locale: string; view: string; code: string }>
}

export async function generateMetadata({ params }: FactorPageProps): Promise<Metadata> {
  const view = await pageView(params)
  const [{ code }, { factors }] = await Promise.all([params, getLocalisedCatalogue(view)])
  const factor = factors.find((entry) => entry.code === code)
  return factor ? { title: factor.name } : {}
}

/** Shows one factor: lines, returns and win rates, and its construction. */
export default async function FactorPage({ params }: FactorPageProps) {
  const view = await pageView(params)
  const { code } = await params
  const parameters = pageParameters(seriesParameters, view)
  const page = await getSeriesPage({ ...view, kind: 'factor', code, asOf: parameters.asOf })
  const section = page?.report.sections.find((part) => part.kind === 'factor')
  if (!page || !section) notFound()
  const t = translatorFor(view.locale)
  const [history, quality] = await Promise.all([
    getSeriesHistory({ version: view.version, code, asOf: page.week.asOf }),
    getFactorQuality({ version: view.version, code, to: page.week.asOf }),
  ])
  return (
    <SeriesBody
      page={page}
      view={view}
      folder="/factors"
      crumb={
        <>
          <To path="/factors" view={view} className="prose-link tap inline-block">
            {t('factors.crumb')}
          </To>{' '}
          / {section.familyName}
        </>
      }
      universeLabel={t('factors.universe')}
      commentary={section.commentary}
      history={history}
      bars={section.figures[1] ?? null}
      parameters={parameters}
      beside={
        <>
          <h2 className="mt-8 text-sheet">{t('factors.description')}</h2>
          <p className="prose-note">
            {section.description}
            {section.reference !== null && <> {t('sections.reference', { title: section.reference })}</>}
          </p>
        </>
      }
    >
      {history && (
        <SeriesParts history={history} name={page.row.name} view={view} parameters={parameters} quality={quality} />
      )}
    </SeriesBody>
  )
}
