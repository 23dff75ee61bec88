import { pathWith } from '@/lib/address/parameters/packed'
import type { LegName } from '@/lib/address/parameters/series-parameters'
import { addressOf, type View } from '@/lib/address/view'
import type { SeriesHistory } from '@/lib/analysis/history'
import { periodBetween } from '@/lib/analysis/periods'
import type { Span } from '@/lib/analysis/trading-windows'
import type { FigureContext } from '@/lib/figures/kinds/figure-kind'
import { splitRows } from '@/lib/figures/kinds/leg-split'
import { seriesRows } from '@/lib/figures/kinds/series-chart'
import { figureTexts } from '@/lib/figures/page-figure'
import type { PeriodWords } from '@/lib/figures/rows/period-reading'
import type { SeriesRows } from '@/lib/figures/rows/rows'
import type { ComparisonTerms } from '@/lib/figures/rows/terms'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { chartTerms, chosenLegs } from '@/lib/workbench/series/chart-choice'
import { ChartFigure } from '../chart/chart-figure'
import { ChartTools } from './chart-tools'
import { SeriesPart } from './series-part'

interface SeriesChartProps {
  history: SeriesHistory
  /** Name of the series in the view's language. */
  name: string
  view: View
  /** The chosen period, ISO dates, inclusive. */
  from?: string | undefined
  to?: string | undefined
  legs: readonly LegName[]
  axis?: ComparisonTerms['axis'] | undefined
}

/** Shows one series over a period, rebased to its start, its drawdown below, and the lines of both sides. */
export function SeriesChart({ history, name, view, from, to, legs, axis }: SeriesChartProps) {
  const t = translatorFor(view.locale)
  const span = periodBetween(history, from, to)
  const shown = chosenLegs(history, legs)
  if (periodBetween(history) === null) return null
  const terms = span && chartTerms(history, span, { legs: shown, axis })
  return (
    <SeriesPart id="series-chart" title={t('seriesChart.chart')}>
      <ChartTools history={history} view={view} terms={terms} from={from} to={to} legs={shown} />
      {span && terms ? (
        <Charts history={history} name={name} view={view} span={span} terms={terms} />
      ) : (
        <p className="border-line border-y py-2 text-ink-2">{t('seriesChart.noDays')}</p>
      )}
    </SeriesPart>
  )
}

interface ChartsProps {
  history: SeriesHistory
  name: string
  view: View
  span: Span
  terms: ComparisonTerms
}

function Charts({ history, name, view, span, terms }: ChartsProps) {
  const { locale, convention } = view
  const t = translatorFor(locale)
  const { legs: _, ...bare } = terms
  const asOf = history.days.at(-1) ?? terms.to
  const context: FigureContext = { asOf, locale, convention, terms, names: [name], t }
  const splitContext: FigureContext = { ...context, terms: { ...bare, axis: 'log' } }
  const split = splitRows({ history, span }, splitContext)
  const chart = seriesRows({ history, span }, context)
  return (
    <>
      <ChartOf kind="series-chart" history={history} view={view} rows={chart} context={context} />
      {split && (
        <>
          <h2 className="mt-6 text-body">{t('seriesChart.split')}</h2>
          <ChartOf kind="leg-split" history={history} view={view} rows={split} context={splitContext} />
        </>
      )}
    </>
  )
}

interface ChartOfProps {
  kind: 'series-chart' | 'leg-split'
  history: SeriesHistory
  view: View
  rows: SeriesRows
  context: FigureContext
}

function ChartOf({ kind, history, view, rows, context }: ChartOfProps) {
  const { asOf, terms, names, t } = context
  const { code } = history
  return (
    <ChartFigure
      figure={{ kind, code, subject: names[0] ?? '', source: '', ...figureTexts({ kind, rows }, context) }}
      view={view}
      asOf={asOf}
      layout={kind === 'series-chart' ? 'panels' : 'large-line'}
      eager={kind === 'series-chart'}
      hasHeading
      {...(terms && { terms })}
      live={{
        group: 'series',
        period: {
          address: addressWith(history, view),
          reading: periodWords(t),
        },
        words: { live: t('seriesChart.select'), title: t('seriesChart.hint'), hint: '' },
      }}
    />
  )
}

/** Returns the words of a selected period. */
function periodWords(t: Translator): PeriodWords {
  return {
    comma: t('seriesChart.comma'),
    selected: t('seriesChart.selected', { from: 'FROM', to: 'TO' }),
    perYear: t('seriesChart.perYear', { rate: 'RATE' }),
    deepest: t('seriesChart.deepest'),
  }
}

/** Returns the page's address with another period; the browser replaces FROM and TO by the dates. */
function addressWith({ kind, code }: SeriesHistory, view: View): string {
  const path = `/${kind === 'factor' ? 'factors' : 'portfolios'}/${code}`
  return `${addressOf(pathWith(path, { ...view.parameters, from: 'FROM', to: 'TO' }), view)}#series-chart`
}
