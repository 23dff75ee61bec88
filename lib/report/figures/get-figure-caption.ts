import type { Convention } from '@/lib/base/convention'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { wasDemoLoaded } from '@/lib/db/queries/was-demo-loaded'
import { distributionNote } from '@/lib/figures/distribution-note'
import {
  type FigureCaption,
  type FigureRequest,
  type FigureRows,
  isOutline,
  type SeriesRows,
} from '@/lib/figures/figure'
import { lineNote } from '@/lib/figures/figure-texts'
import { lastPoint } from '@/lib/figures/line-rows'
import { qualityNote } from '@/lib/figures/quality-note'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { isMany } from '@/lib/report/build/factor-figure'
import { sourceText } from '@/lib/report/build/sections'
import { windowLabels } from '@/lib/report/text/labels'

/** What stands around a figure that leaves the product: the rows are those of the same request. */
export async function getFigureCaption(request: FigureRequest, rows: FigureRows): Promise<FigureCaption> {
  const { version, locale, asOf, convention, code } = request
  const t = translatorFor(locale)
  const [{ factors, portfolios }, isDemo] = await Promise.all([
    getLocalisedCatalogue({ version, locale }),
    wasDemoLoaded({ version }),
  ])
  const entry = [...factors, ...portfolios].find((candidate) => candidate.code === code)
  const shown = {
    source: sourceText({ isDemo, publisher: thePublisher().name[locale] }, t),
    asOf,
    version,
    convention: t(`week.${convention}`),
  }
  return {
    ...titleAndNote(request, rows, entry?.name ?? null, t),
    source: t('takeaway.sourceLine', shown),
    demo: isDemo ? t('demo.label') : null,
  }
}

function titleAndNote(
  { kind, asOf, locale, convention }: FigureRequest,
  rows: FigureRows,
  name: string | null,
  t: Translator,
): Pick<FigureCaption, 'title' | 'note'> {
  if (kind === 'week-columns' || kind === 'week-scatter') {
    const labels = windowLabels(asOf, locale, t)
    const many = 'factors' in rows && isMany(rows.factors.length) ? 'yes' : 'no'
    return { title: t(`weekBefore.${kind}`, { ...labels }), note: t(`weekBefore.${kind}-note`, { ...labels, many }) }
  }
  const figure = t(`figures.${isOutline(kind) ? 'relative-strength' : kind}`)
  const title = name === null ? figure : t('takeaway.title', { name, figure })
  if (rows.shape === 'series') return { title, note: seriesNote(rows, convention, t) }
  if (rows.shape === 'distribution') return { title, note: distributionNote(rows, t) }
  if (rows.shape === 'quality') return { title, note: qualityNote(rows, t) }
  if (rows.shape !== 'line') return { title, note: t('figures.barsNote') }
  const last = lastPoint(rows)
  return { title, note: last ? lineNote(rows, last, t) : '' }
}

/** Unit, scale and span of a series' chart. */
export function seriesNote({ unit, axis, dates }: SeriesRows, convention: Convention, t: Translator): string {
  const span = { from: dates[1] ?? '', to: dates.at(-1) ?? '' }
  return unit === 'fraction'
    ? t('seriesChart.splitNote', { ...span, convention })
    : t(`seriesChart.${unit}Note`, { ...span, axis })
}
