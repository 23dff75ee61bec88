import { addressOf, type View } from '@/lib/address/view'
import type { Comparison } from '@/lib/analysis/comparison'
import { STROKES } from '@/lib/charts/line-strokes'
import { figureRows } from '@/lib/figures/figure-rows'
import type { FigureContext } from '@/lib/figures/kinds/figure-kind'
import { emptyTexts, type FigureTexts, figureTexts } from '@/lib/figures/page-figure'
import type { FigureName } from '@/lib/figures/registry'
import type { ComparisonTerms } from '@/lib/figures/rows/terms'
import { translatorFor } from '@/lib/messages/translate'
import type { ComparedSeries } from '@/lib/workbench/compare/get-compare-page'
import { ChartFigure } from '../chart/chart-figure'
import { To } from '../text/to'
import { type CompareState, comparePath } from './compare-path'

interface FiguresProps {
  comparison: Comparison
  series: ComparedSeries[]
  state: CompareState
  view: View
}

/** Shows all lines in one chart, from their common start. */
export function LinesFigure({ comparison, series, state, view }: FiguresProps) {
  const t = translatorFor(view.locale)
  const terms = termsOf(comparison, state)
  const code = series.map((each) => each.code).join(',')
  const names = series.map(({ shortName }) => shortName)
  const broken = series.filter((_, index) => comparison.lines[index]?.ratio.at(-1) === null)
  const texts = textsOf('comparison', comparison, contextOf(names, terms, view))
  return (
    <div className="mt-3">
      <ChartFigure
        figure={{ kind: 'comparison', code, subject: '', source: '', ...texts }}
        view={view}
        asOf={terms.to}
        layout="large-line"
        hasNumber={false}
        eager
        terms={terms}
        live={liveOf(state, view)}
      />
      {series.length > STROKES.length && (
        <p className="mt-1 text-ink-2 text-note">{t('compare.faint', { most: STROKES.length })}</p>
      )}
      {broken.length > 0 && (
        <p className="mt-1 text-ink-2 text-note">
          {t('compare.gap', { names: broken.map(({ name }) => name).join(t('compare.comma')) })}
        </p>
      )}
    </div>
  )
}

/** Shows the relative return of a pair, and its rolling correlation. */
export function PairFigures({ comparison, series, state, view }: FiguresProps) {
  const t = translatorFor(view.locale)
  const [first, second] = (state.pair ?? []).map((code) => series.findIndex((each) => each.code === code))
  const [a, b] = [series[first ?? -1], series[second ?? -1]]
  const [lineA, lineB] = [comparison.lines[first ?? -1], comparison.lines[second ?? -1]]
  const [weeksA, weeksB] = [comparison.weekly[first ?? -1], comparison.weekly[second ?? -1]]
  if (!a || !b || !lineA || !lineB || !weeksA || !weeksB || a === b) return null
  const names = { a: a.shortName, b: b.shortName }
  const terms = { ...termsOf(comparison, state), axis: 'linear' as const }
  const common = { code: `${a.code},${b.code}`, subject: t('compare.pair', names), source: '' }
  const settings = { view, asOf: terms.to, layout: 'line' as const, hasNumber: false, terms, live: liveOf(state, view) }
  const pair = { ...comparison, lines: [lineA, lineB], weekly: [weeksA, weeksB] }
  const context = contextOf([a.shortName, b.shortName], terms, view)
  return (
    <section id="pair" aria-labelledby="pair-head" className="mt-10">
      <h2 id="pair-head" className="border-rule border-t-2 pt-3 text-sheet">
        {t('compare.pair', names)}
        <To path={comparePath(state, { pair: null })} view={view} className="link ml-4 font-normal">
          {t('compare.closePair')}
        </To>
      </h2>
      <div className="mt-3 grid gap-x-8 gap-y-8 full:grid-cols-2">
        {(['pair-difference', 'pair-correlation'] as const).map((kind) => (
          <ChartFigure key={kind} {...settings} figure={{ ...common, kind, ...textsOf(kind, pair, context) }} />
        ))}
      </div>
    </section>
  )
}

/** Returns the settings of live charts: they move together, and the page can change to the period in view. */
function liveOf(state: CompareState, view: View) {
  const address = addressOf(comparePath(state, { from: 'FROM', to: 'TO' }), view)
  return { group: 'comparison', period: { address } }
}

/** Returns the common days, in the form of a picture's address. */
function termsOf({ days }: Comparison, { axis }: CompareState): ComparisonTerms {
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) throw new RangeError('a comparison has at least one day')
  return { from, to, axis }
}

function contextOf(names: string[], terms: ComparisonTerms, { locale, convention }: View): FigureContext {
  return { asOf: terms.to, locale, convention, terms, names, t: translatorFor(locale) }
}

/** Returns the texts of a figure; two series may have too few common weeks for a correlation. */
function textsOf(kind: FigureName, comparison: Comparison, context: FigureContext): FigureTexts {
  const rows = figureRows(kind, { comparison }, context)
  return rows ? figureTexts({ kind, rows }, context) : emptyTexts(kind, context.t('compare.rollingNone'), context)
}
