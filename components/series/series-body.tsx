import type { ReactNode } from 'react'
import type { z } from 'zod'
import { pathWith } from '@/lib/address/parameters/packed'
import { legsOf, type seriesParameters } from '@/lib/address/parameters/series-parameters'
import { addressOf, type View } from '@/lib/address/view'
import type { SeriesHistory } from '@/lib/analysis/history'
import { lateStart } from '@/lib/analysis/late-start'
import { namedPeriods } from '@/lib/analysis/periods'
import { seriesTables } from '@/lib/api/page-tables'
import type { Figure } from '@/lib/figures/page-figure'
import { translatorFor } from '@/lib/messages/translate'
import type { Phrase, Report } from '@/lib/report/model/report'
import type { SeriesPage } from '@/lib/workbench/series/get-series-page'
import { ChartFigure } from '../chart/chart-figure'
import { CompareButton } from '../compare/compare-button'
import { ProvisionalYears } from '../data/provisional-years'
import { ConventionSwitch } from '../layout/convention-switch'
import { PageFrame } from '../layout/page-frame'
import { ExportTables } from '../scripts/export-tables'
import { PhraseText } from '../text/phrase-text'
import { To } from '../text/to'
import { BridgeLine } from './bridge-line'
import { SeriesChart } from './series-chart'
import { SeriesFigures } from './series-figures'
import { SeriesHead } from './series-head'
import { SeriesNeighbours } from './series-neighbours'
import { WeekSteps } from './week-steps'

interface SeriesBodyProps {
  page: SeriesPage
  view: View
  /** "/factors" or "/portfolios". */
  folder: '/factors' | '/portfolios'
  crumb: ReactNode
  /** Label of a factor's universe, or of a portfolio's index. */
  universeLabel: string
  commentary: Phrase
  /** null when nothing is loaded. */
  history: SeriesHistory | null
  /** The bars of the windows; null without figures. */
  bars: Figure | null
  /** The chosen period and what its chart shows. */
  parameters: z.infer<typeof seriesParameters>
  /** Element under the figures of the table. */
  beside?: ReactNode
  /** Element under both columns. */
  children?: ReactNode
}

/** Shows the page of one factor or portfolio: its name and facts, its lines, its returns and win rates. */
export function SeriesBody({
  page,
  view,
  folder,
  crumb,
  universeLabel,
  commentary,
  history,
  bars,
  parameters: { from, to, legs, axis },
  ...rest
}: SeriesBodyProps) {
  const t = translatorFor(view.locale)
  const { report, row, entries } = page
  const year = history && namedPeriods(history).year
  const dataFrom = history && lateStart(history, history.days)
  const path = `${folder}/${row.code}`
  const here = pathWith(path, view.parameters)
  const factsheet = pathWith(`${path}/factsheet.pdf`, { asOf: view.parameters.asOf })
  return (
    <PageFrame
      view={view}
      path={path}
      current={folder === '/factors' ? 'factors' : 'portfolios'}
      isDemo={report.isDemo}
      restated={page.restated}
      market={page.market}
    >
      <SeriesHead
        row={row}
        otherName={page.otherName}
        report={report}
        view={view}
        crumb={crumb}
        facts={[
          [t('factors.rebalance'), t(`sections.rebalance-${page.rebalance}`)],
          [universeLabel, page.universe],
          [t('factors.since'), page.inception],
          [t('week.asOf'), report.week.asOf],
          [t('week.version'), report.version],
          [t('week.convention'), <ConventionSwitch key="convention" view={view} path={here} />],
        ]}
        aside={
          <>
            <CompareButton code={row.code} name={row.name} view={view} className="link tap mr-5" />
            <a href={addressOf(factsheet, view)} className="link tap mr-5 inline-block" download>
              {t('pdf.factsheet')} (PDF)
            </a>
            <To path="/methodology" view={view} className="link tap inline-block">
              {t('factors.definition')}
            </To>
          </>
        }
      />
      <p className="print:hidden mt-1 flex flex-wrap gap-x-5 text-note">
        <WeekSteps week={page.week} view={view} path={path} />
        <To path={`/weeks/${report.week.asOf}`} view={view} className="link tap">
          {t('seriesChart.toWeek', { asOf: report.week.asOf })}
        </To>
      </p>
      {dataFrom !== null && (
        <p role="note" data-from={dataFrom} className="mt-2 max-w-[52em] border-ink border-l-2 pl-3">
          {t('quality.dataFrom', { name: row.name, first: dataFrom, inception: page.inception })}
        </p>
      )}
      {page.ended !== null && (
        <p role="note" data-ended={page.ended.day} className="mt-2 max-w-[52em] border-ink border-l-2 pl-3">
          {t('missing.endedOn', { name: row.name, ended: page.ended.day, reason: page.ended.reason })}
        </p>
      )}
      <ProvisionalYears years={report.provisionalYears} view={view} />
      <p className="mt-3 max-w-[44em] text-pretty text-body">
        <PhraseText phrase={commentary} />
      </p>
      {history && (
        <SeriesChart
          history={history}
          name={row.name}
          view={view}
          from={from}
          to={to}
          legs={legsOf(legs) ?? []}
          axis={axis}
        />
      )}
      <div className="bars-first mt-10 grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-8 min-[1024px]:grid-cols-[368px_minmax(0,1fr)] pair:gap-x-16">
        {bars && (
          <ChartFigure figure={bars} view={view} asOf={report.week.asOf} layout="bars" hasNumber={false} eager />
        )}
        <div>
          <SeriesFigures row={row} report={report} view={view} />
          {history && year && <BridgeLine history={history} span={year} view={view} />}
          {rest.beside}
        </div>
      </div>
      {rest.children}
      <ExportTables
        view={view}
        tables={seriesTables(view, folder, { code: row.code, hasContributions: hasContributions(report) })}
      />
      <SeriesNeighbours entries={entries} code={row.code} folder={folder} view={view} />
    </PageFrame>
  )
}

function hasContributions({ sections }: Report): boolean {
  return sections.some((section) => section.kind === 'portfolios' && section.parts.some((part) => part.contributions))
}
