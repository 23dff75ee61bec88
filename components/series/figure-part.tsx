import type { View } from '@/lib/address/view'
import type { SeriesHistory } from '@/lib/analysis/history'
import { periodBetween } from '@/lib/analysis/periods'
import { type FigureSources, figureRows } from '@/lib/figures/figure-rows'
import { figureTexts } from '@/lib/figures/page-figure'
import { FIGURES, type FigureName } from '@/lib/figures/registry'
import { isFigureRows } from '@/lib/figures/rows/is-figure-rows'
import type { Layout } from '@/lib/figures/rows/sizes'
import { translatorFor } from '@/lib/messages/translate'
import { chartTerms } from '@/lib/workbench/series/chart-choice'
import { ChartFigure } from '../chart/chart-figure'
import type { SeriesDefinition } from './definitions'
import { Explained } from './explained'
import { SeriesPart } from './series-part'

interface FigurePartProps extends Pick<FigureSources, 'coefficients'> {
  /** A kind of figure that the methodology page defines. */
  kind: Exclude<Extract<FigureName, SeriesDefinition['name']>, 'contributions'>
  layout: Layout
  history: SeriesHistory
  /** Name of the series in the view's language. */
  name: string
  view: View
  /** The chosen period, ISO dates, inclusive. */
  from?: string | undefined
  to?: string | undefined
}

/** Shows one figure, of the period or since inception, as a part of a series' page; nothing when it has no rows. */
export function FigurePart({ kind, layout, history, coefficients = [], name, view, from, to }: FigurePartProps) {
  const t = translatorFor(view.locale)
  const span = periodBetween(history, from, to)
  const asOf = history.days.at(-1)
  if (span === null || asOf === undefined) return null
  // A figure since inception has no period in its address.
  const period =
    FIGURES[kind].source.of === 'series' ? {} : { terms: chartTerms(history, span, { legs: [], axis: 'linear' }) }
  const context = { asOf, locale: view.locale, convention: view.convention, ...period, names: [name], t }
  const rows = figureRows(kind, { history, span, coefficients }, context)
  if (rows === null) return null
  const counts = FIGURES[kind].sample?.(rows, context)
  return (
    <SeriesPart
      id={kind}
      title={t(`series.${kind}`)}
      note={
        <Explained
          name={kind}
          label={t('series.howComputed')}
          view={view}
          t={t}
          {...(counts !== undefined && { sample: t('series.sample', { counts }) })}
        />
      }
    >
      <ChartFigure
        isLive={isFigureRows(rows)}
        figure={{ kind, code: history.code, subject: name, source: '', ...figureTexts({ kind, rows }, context) }}
        view={view}
        asOf={asOf}
        layout={layout}
        {...period}
        hasHeading
      />
    </SeriesPart>
  )
}
