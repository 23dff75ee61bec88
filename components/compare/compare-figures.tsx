import { addressOf, type View } from '@/lib/address/view'
import { type Comparison, lineDifference, pairCorrelation } from '@/lib/analysis/comparison'
import { yearOf } from '@/lib/base/dates'
import { formatPercent, formatRatio, formatSigned } from '@/lib/base/format'
import { STROKES } from '@/lib/charts/line-strokes'
import type { ComparisonTerms } from '@/lib/figures/figure'
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

/** All lines over each other, from their common start. */
export function LinesFigure({ comparison, series, state, view }: FiguresProps) {
  const t = translatorFor(view.locale)
  const { lines, days } = comparison
  const terms = termsOf(comparison, state)
  const lastOf = (place: number) => lines[place]?.ratio.findLast((value) => value !== null) ?? null
  const broken = series.filter((_, place) => lines[place]?.ratio.at(-1) === null)
  const title = t('compare.chart')
  return (
    <div className="mt-3">
      <ChartFigure
        figure={{
          kind: 'comparison',
          code: series.map(({ code }) => code).join(','),
          subject: '',
          title,
          note: t('compare.chartNote', { axis: state.axis, start: terms.from }),
          source: '',
          alt: t('compare.chartAlt', {
            count: series.length,
            from: terms.from,
            to: terms.to,
            ends: series
              .map(({ shortName }, place) => t('compare.end', { name: shortName, value: formatRatio(lastOf(place)) }))
              .join(t('compare.comma')),
          }),
          emptyReason: null,
          table: {
            head: [t('takeaway.date'), ...series.map(({ shortName }) => shortName)],
            rows: yearEnds(days).map((day) => [
              days[day] ?? '',
              ...lines.map(({ ratio }) => formatRatio(ratio[day + 1] ?? null)),
            ]),
          },
        }}
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

/** What one of a pair earned more than the other, and how their correlation changed. */
export function PairFigures({ comparison, series, state, view }: FiguresProps) {
  const t = translatorFor(view.locale)
  const [first, second] = (state.pair ?? []).map((code) => series.findIndex((each) => each.code === code))
  const [a, b] = [series[first ?? -1], series[second ?? -1]]
  const [lineA, lineB] = [comparison.lines[first ?? -1], comparison.lines[second ?? -1]]
  const [weeksA, weeksB] = [comparison.weekly[first ?? -1], comparison.weekly[second ?? -1]]
  if (!a || !b || !lineA || !lineB || !weeksA || !weeksB || a === b) return null
  const names = { a: a.shortName, b: b.shortName }
  const terms = { ...termsOf(comparison, state), axis: 'linear' as const }
  const difference = lineDifference(lineA.ratio, lineB.ratio, view.convention)
  const rolling = pairCorrelation(weeksA, weeksB)
  const { days, weeks } = comparison
  const common = { code: `${a.code},${b.code}`, subject: t('compare.pair', names), source: '' }
  const placed = { view, asOf: terms.to, layout: 'line' as const, hasNumber: false, terms, live: liveOf(state, view) }
  const latest = rolling.findLast((value) => value !== null) ?? null
  return (
    <section id="pair" aria-labelledby="pair-head" className="mt-10">
      <h2 id="pair-head" className="border-rule border-t-2 pt-3 text-sheet">
        {t('compare.pair', names)}
        <To path={comparePath(state, { pair: null })} view={view} className="link ml-4 font-normal">
          {t('compare.closePair')}
        </To>
      </h2>
      <div className="mt-3 grid gap-x-8 gap-y-8 full:grid-cols-2">
        <ChartFigure
          {...placed}
          figure={{
            ...common,
            kind: 'pair-difference',
            title: t('compare.difference', names),
            note: t('compare.differenceNote', { convention: view.convention }),
            alt: t('compare.differenceAlt', {
              ...names,
              to: terms.to,
              value: formatPercent(difference.at(-1) ?? null),
            }),
            emptyReason: null,
            table: {
              head: [t('takeaway.date'), t('figures.pair-difference')],
              rows: yearEnds(days).map((day) => [days[day] ?? '', formatPercent(difference[day + 1] ?? null)]),
            },
          }}
        />
        <ChartFigure
          {...placed}
          figure={{
            ...common,
            kind: 'pair-correlation',
            title: t('compare.rolling'),
            note: t('compare.rollingNote'),
            alt: t('compare.rollingAlt', { ...names, value: formatSigned(latest) }),
            emptyReason: latest === null ? t('compare.rollingNone') : null,
            table: {
              head: [t('takeaway.date'), t('figures.correlation')],
              rows: yearEnds(weeks).map((week) => [weeks[week] ?? '', formatSigned(rolling[week] ?? null)]),
            },
          }}
        />
      </div>
    </section>
  )
}

/** Charts of the page move together, and what is in view can become the period of the page. */
function liveOf(state: CompareState, view: View) {
  const address = addressOf(comparePath(state, { from: 'FROM', to: 'TO' }), view)
  return { group: 'comparison', period: { address } }
}

/** The days that all have, as the address of a picture says them. */
function termsOf({ days }: Comparison, { axis }: CompareState): ComparisonTerms {
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) throw new RangeError('a comparison has at least one day')
  return { from, to, axis }
}

/** Positions of the last day of each year. */
function yearEnds(days: readonly string[]): number[] {
  return days.flatMap((day, place) => {
    const next = days[place + 1]
    return next === undefined || yearOf(next) !== yearOf(day) ? [place] : []
  })
}
