import { MAX_COMPARED } from '@/lib/address/chart-address'
import { pathWith } from '@/lib/address/parameters/packed'
import type { PortfolioParameters } from '@/lib/address/parameters/portfolio-parameters'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { PortfoliosModel } from '@/lib/workbench/portfolios/get-portfolios'
import { CorrelationMatrix } from '../compare/correlation-matrix'
import { ConventionSwitch } from '../layout/convention-switch'
import { WeekSteps } from '../series/week-steps'
import { To } from '../text/to'
import { PeriodLinks } from './period-links'
import { PortfolioCell, PortfolioSection } from './portfolio-section'
import { PortfolioTable } from './portfolio-table'

interface PortfolioDashboardProps {
  model: PortfoliosModel
  view: View
  parameters: PortfolioParameters
}

/** More portfolios than this have a small chart each, and the rest on their own pages. */
const MOST_SECTIONS = 6

/** Shows all portfolios: side by side in a table, how their excess goes together, then each one. */
export function PortfolioDashboard({ model, view, parameters }: PortfolioDashboardProps) {
  const t = translatorFor(view.locale)
  const { report, portfolios, correlations, ended } = model
  const codes = portfolios.map(({ row }) => row.code)
  const isMany = portfolios.length > MOST_SECTIONS
  const canCompare = codes.length > 1 && codes.length <= MAX_COMPARED
  return (
    <>
      <header className="pt-5 mid:pt-7">
        <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2 text-note mid:text-sheet">
          {t('factors.asOfLine', { asOf: report.week.asOf, version: report.version })}
          <span className="whitespace-nowrap">
            {t('week.convention')} <ConventionSwitch view={view} path={pathWith('/portfolios', view.parameters)} />
          </span>
        </p>
        <h1 className="mt-1 text-[23px]/8 mid:text-head">{t('portfolios.title')}</h1>
      </header>
      <div className="print:hidden mt-3 flex flex-wrap gap-x-8 text-note">
        <PeriodLinks view={view} parameters={parameters} />
        <p className="flex flex-wrap gap-x-5">
          <WeekSteps week={model} view={view} path="/portfolios" />
          {canCompare && (
            <To path={pathWith('/compare', { series: codes.join(',') })} view={view} className="link tap">
              {t('wall.compareAll')}
            </To>
          )}
        </p>
      </div>
      {portfolios.length === 0 ? (
        <p className="mt-8 border-rule border-t-2 pt-4">{t('portfolios.none')}</p>
      ) : (
        <PortfolioTable model={model} view={view} parameters={parameters} />
      )}
      {ended.length > 0 && (
        <p className="mt-2 text-ink-2 text-note">
          {t('portfolios.ended')}{' '}
          {ended.map(({ code, name, day, reason }) => (
            <span key={code} data-ended={code} className="mr-4">
              <To path={`/portfolios/${code}`} view={view} className="link">
                {name}
              </To>{' '}
              {t('portfolios.endedOn', { day, reason })}
            </span>
          ))}
        </p>
      )}
      {canCompare && (
        <CorrelationMatrix
          correlations={correlations}
          series={portfolios.map(({ row: { code, shortName } }) => ({ code, shortName }))}
          state={{ codes, from: null, to: null, axis: 'log', pair: null }}
          view={view}
          hasLines={false}
        />
      )}
      {isMany ? (
        <div className="mt-10 grid gap-x-8 gap-y-8 mid:grid-cols-2 full:grid-cols-3">
          {portfolios.map((portfolio) => (
            <PortfolioCell key={portfolio.row.code} portfolio={portfolio} report={report} view={view} eager={false} />
          ))}
        </div>
      ) : (
        portfolios.map((portfolio, index) => (
          <PortfolioSection
            key={portfolio.row.code}
            portfolio={portfolio}
            report={report}
            view={view}
            eager={index === 0}
          />
        ))
      )}
    </>
  )
}
