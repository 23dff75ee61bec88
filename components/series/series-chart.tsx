import { rowsHref } from '@/lib/address/chart-address'
import { pathWith } from '@/lib/address/parameters/packed'
import type { LegName } from '@/lib/address/parameters/series-parameters'
import { addressOf, type View } from '@/lib/address/view'
import type { SeriesHistory } from '@/lib/analysis/history'
import { periodBetween } from '@/lib/analysis/periods'
import { formatPercent } from '@/lib/base/format'
import { type ComparisonTerms, type FigureRequest, LEG_ROLES, type SeriesRows } from '@/lib/figures/figure'
import { valueText } from '@/lib/figures/series-plot'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { seriesNote } from '@/lib/report/figures/get-figure-caption'
import { chartTerms, chosenLegs } from '@/lib/workbench/series/chart-choice'
import { chartLabels } from '@/lib/workbench/series/chart-labels'
import { seriesChart, splitChart } from '@/lib/workbench/series/series-chart'
import { ChartPicture } from '../chart/chart-picture'
import { DataTable } from '../chart/data-table'
import { takeAwayWords } from '../chart/take-away-words'
import { ChartTools } from './chart-tools'
import { PeriodHand } from './period-hand'
import { SeriesPart } from './series-part'
import { seriesTable } from './series-table'

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

/** One series over any period, rebased to its start, its drawdown beneath; then what came from either leg. */
export function SeriesChart({ history, name, view, from, to, legs, axis }: SeriesChartProps) {
  const t = translatorFor(view.locale)
  const span = periodBetween(history, from, to)
  const shown = chosenLegs(history, legs)
  if (periodBetween(history) === null) return null
  const labels = chartLabels(history.kind, t)
  const terms = span && chartTerms(history, span, { legs: shown, axis })
  const rows = span && terms && seriesChart({ history, span, axis: terms.axis, legs: shown, labels })
  const split = span && splitChart({ history, span, labels, convention: view.convention })
  return (
    <SeriesPart id="series-chart" title={t('seriesChart.chart')}>
      <ChartTools history={history} view={view} terms={terms} from={from} to={to} legs={shown} />
      {terms && rows ? (
        <ChartOf kind="series-chart" history={history} name={name} view={view} terms={terms} rows={rows} t={t} />
      ) : (
        <p className="border-line border-y py-2 text-ink-2">{t('seriesChart.noDays')}</p>
      )}
      {terms && split && (
        <>
          <h2 className="mt-6 text-body">{t('seriesChart.split')}</h2>
          <ChartOf kind="leg-split" history={history} name={name} view={view} terms={terms} rows={split} t={t} />
        </>
      )}
    </SeriesPart>
  )
}

interface ChartOfProps {
  kind: 'series-chart' | 'leg-split'
  history: SeriesHistory
  name: string
  view: View
  terms: ComparisonTerms
  rows: SeriesRows
  t: Translator
}

function ChartOf({ kind, history, name, view, terms, rows, t }: ChartOfProps) {
  const { version, stamp, locale, convention, theme, colours } = view
  const { legs: _, ...bare } = terms
  const asOf = history.days.at(-1) ?? terms.to
  const request: FigureRequest = {
    kind,
    code: history.code,
    version,
    stamp,
    asOf,
    locale,
    convention,
    terms: kind === 'series-chart' ? terms : { ...bare, axis: 'linear' },
  }
  const title = t(`figures.${kind}`)
  const isSum = kind === 'leg-split' && convention === 'arithmetic'
  return (
    <figure className="min-w-0">
      <figcaption className="pb-1.5">{seriesNote(rows, convention, t)}</figcaption>
      <PeriodHand
        href={rowsHref(request)}
        handHref={rowsHref(kind === 'series-chart' ? withLegs(request, terms) : request)}
        hand={{ drawn: rows.lines.map(({ role }) => role), convention }}
        name={title}
        address={addressWith(history, view)}
        colours={colours}
        words={{
          select: t('seriesChart.select'),
          hint: t('seriesChart.hint'),
          failed: t('chart.failed'),
          takeAway: takeAwayWords(locale),
          reading: {
            comma: t('seriesChart.comma'),
            selected: t(isSum ? 'seriesChart.selectedSum' : 'seriesChart.selected', { from: 'FROM', to: 'TO' }),
            deepest: t('seriesChart.deepest'),
          },
        }}
      >
        <ChartPicture
          request={request}
          layout={kind === 'series-chart' ? 'panels' : 'large-line'}
          theme={theme}
          colours={colours}
          outline={null}
          alt={sentence(name, rows, t)}
        />
      </PeriodHand>
      <DataTable summary={t('chart.data')} table={seriesTable(rows, t)} caption={`${name} ${title}`} />
    </figure>
  )
}

/** With the two legs that the main line is made of, drawn or not. */
function withLegs(request: FigureRequest, terms: ComparisonTerms): FigureRequest {
  const legs = LEG_ROLES.filter((role) => role !== 'benchmark' || terms.legs?.includes(role))
  return { ...request, terms: { ...terms, legs } }
}

/** The page's address with another period; a hand puts the dates in place of FROM and TO. */
function addressWith({ kind, code }: SeriesHistory, view: View): string {
  const path = `/${kind === 'factor' ? 'factors' : 'portfolios'}/${code}`
  return `${addressOf(pathWith(path, { ...view.parameters, from: 'FROM', to: 'TO' }), view)}#series-chart`
}

/** What the picture shows, for those who cannot see it. */
function sentence(name: string, { lines, dates, unit, drawdown }: SeriesRows, t: Translator): string {
  const [from, to] = [dates[1] ?? '', dates.at(-1) ?? '']
  const said = (value: number | null | undefined) => valueText(value ?? null, unit)
  if (unit === 'fraction') {
    const parts = lines.map(({ label, values }) => t('seriesChart.sayLeg', { label, value: said(values.at(-1)) }))
    return t('seriesChart.splitSays', { from, to, parts: parts.join(t('seriesChart.comma')) })
  }
  const [net] = lines
  const known = (net?.values ?? []).flatMap((value, at) => (value === null ? [] : [{ value, date: dates[at] ?? '' }]))
  const high = known.reduce((best, point) => (point.value > best.value ? point : best), known[0] ?? NOWHERE)
  const low = known.reduce((worst, point) => (point.value < worst.value ? point : worst), known[0] ?? NOWHERE)
  const says = t('seriesChart.says', {
    name,
    line: net?.label ?? '',
    from,
    to,
    value: said(net?.values.at(-1)),
    high: said(high.value),
    highDate: high.date,
    low: said(low.value),
    lowDate: low.date,
  })
  const falls = (drawdown?.falls ?? []).map(({ depth, peak, trough, recovery }) =>
    t('seriesChart.fall', {
      depth: formatPercent(depth, 1),
      peak: dates[peak] ?? '',
      trough: dates[trough] ?? '',
      recovery: recovery === null ? 'none' : (dates[recovery] ?? ''),
    }),
  )
  if (falls.length === 0) return says
  return `${says} ${t('seriesChart.saysFalls', { falls: falls.join(t('seriesChart.semicolon')) })}`
}

const NOWHERE = { value: Number.NaN, date: '' }
