import { MAX_COMPARED } from '@/lib/address/chart-address'
import type { View } from '@/lib/address/view'
import { compareTables } from '@/lib/api/page-tables'
import { translatorFor } from '@/lib/messages/translate'
import type { ComparePage } from '@/lib/workbench/compare/get-compare-page'
import { ConventionSwitch } from '../layout/convention-switch'
import { PageFrame } from '../layout/page-frame'
import { ExportTables } from '../scripts/export-tables'
import { To } from '../text/to'
import { unbrokenDates } from '../text/unbroken'
import { CompareChoice, CompareTerms } from './compare-controls'
import { LinesFigure, PairFigures } from './compare-figures'
import { type CompareState, comparePath } from './compare-path'
import { PeriodsTable, StatisticsTable } from './compare-tables'
import { CorrelationMatrix } from './correlation-matrix'
import { FoundSeries } from './found-series'

interface CompareBodyProps {
  page: ComparePage
  state: CompareState
  /** Number of requested series that are not shown. */
  leftOut: number
  /** Part of a name or code, for which a reader of many series looks; empty for none. */
  find: string
  view: View
}

/** Shows several series: the choice, one chart, their figures, and their correlations. */
export function CompareBody({ page, state, leftOut, find, view }: CompareBodyProps) {
  const t = translatorFor(view.locale)
  const { comparison, series, chosen } = page
  const [from, to] = [comparison?.days[0], comparison?.days.at(-1)]
  return (
    <PageFrame
      view={view}
      path="/compare"
      current="compare"
      isDemo={page.isDemo}
      restated={page.restated}
      market={page.market}
    >
      <header className="flex flex-wrap items-end justify-between gap-x-8 pt-5 mid:pt-7">
        <div>
          <h1 className="text-[23px]/8 mid:text-head">{t('compare.title')}</h1>
          {from && to && (
            <p className="mt-1 text-ink-2">{unbrokenDates(t('compare.lead', { count: series.length, from, to }))}</p>
          )}
        </div>
        <span className="text-ink-2 text-note">
          {t('week.convention')} <ConventionSwitch view={view} path={comparePath(state)} />
        </span>
      </header>
      <div data-compared={chosen.map(({ code }) => code).join(',')}>
        <CompareChoice page={page} state={state} view={view} find={find} />
      </div>
      {find.trim() !== '' && <FoundSeries catalogue={page.catalogue} state={state} view={view} find={find} />}
      <Warnings page={page} leftOut={leftOut} view={view} />
      {chosen.length === 0 && <Suggestions page={page} view={view} />}
      {comparison && from && to && (
        <>
          <CompareTerms page={page} state={state} view={view} />
          <LinesFigure comparison={comparison} series={series} state={state} view={view} />
          <PeriodsTable series={series} view={view} from={from} to={to} />
          <StatisticsTable series={series} view={view} from={from} to={to} />
          {series.length > 1 ? (
            <>
              <CorrelationMatrix correlations={comparison} series={series} state={state} view={view} />
              <PairFigures comparison={comparison} series={series} state={state} view={view} />
            </>
          ) : (
            <p className="mt-10 border-line border-y py-3 text-ink-2">{t('compare.one')}</p>
          )}
          <ExportTables
            view={view}
            tables={compareTables(
              view,
              series.map(({ code }) => code),
              { from, to },
            )}
          />
        </>
      )}
    </PageFrame>
  )
}

function Warnings({ page, leftOut, view }: { page: ComparePage; leftOut: number; view: View }) {
  const t = translatorFor(view.locale)
  const { unknown, chosen, comparison, inceptions } = page
  const comma = t('compare.comma')
  const texts = [
    unknown.length > 0 && t('compare.unknown', { codes: unknown.join(comma) }),
    leftOut > 0 && t('compare.tooMany', { most: MAX_COMPARED, count: leftOut }),
    chosen.length > 0 &&
      comparison === null &&
      t('compare.noDays', {
        inceptions: chosen
          .map(({ name }, index) => t('compare.inception', { name, date: inceptions[index] ?? '' }))
          .join(comma),
      }),
    ...chosen.map(({ name, ended }) => ended && t('missing.endedOn', { name, ended: ended.day, reason: ended.reason })),
  ].filter((text) => text !== false && text !== null)
  return texts.map((text) => (
    <p key={text} role="status" className="mt-3 border-ink border-l-2 pl-3">
      {text}
    </p>
  ))
}

/** Shows a sentence and suggestions when no series is chosen. */
function Suggestions({ page, view }: { page: ComparePage; view: View }) {
  const t = translatorFor(view.locale)
  const factors = page.catalogue.filter(({ kind }) => kind === 'factor')
  const portfolios = page.catalogue.filter(({ kind }) => kind === 'portfolio')
  const samples = [factors.slice(0, 4), factors.slice(-4), portfolios].filter((sample) => sample.length > 1)
  return (
    <div className="mt-6 max-w-[44em] border-line border-y py-8 text-body text-ink-2">
      <p>{t('compare.empty')}</p>
      <ul className="mt-3">
        {samples.map((sample) => (
          <li key={sample.map(({ code }) => code).join()}>
            <To
              path={`/compare?series=${sample.map(({ code }) => code).join(',')}`}
              view={view}
              className="prose-link tap inline-block"
            >
              {sample.map(({ shortName }) => shortName).join(t('compare.comma'))}
            </To>
          </li>
        ))}
      </ul>
    </div>
  )
}
