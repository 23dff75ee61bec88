import type { View } from '@/lib/address/view'
import type { SeriesHistory } from '@/lib/analysis/history'
import { periodBetween } from '@/lib/analysis/periods'
import { formatSigned } from '@/lib/base/format'
import type { FigureTable, QualityRows } from '@/lib/figures/figure'
import { qualityFigures, qualityNote } from '@/lib/figures/quality-note'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { chartTerms } from '@/lib/workbench/series/chart-choice'
import { type Coefficients, qualityRows } from '@/lib/workbench/series/quality-rows'
import { StillFigure } from '../chart/still-figure'
import { Explained } from './explained'
import { SeriesPart } from './series-part'

interface QualityProps {
  /** Oldest first, up to the as-of date; none where none are loaded. */
  quality: Coefficients
  history: SeriesHistory
  name: string
  view: View
  from?: string | undefined
  to?: string | undefined
}

/** How well a factor ranked the stocks, a bar a rebalancing of the period; nothing where no coefficients are loaded. */
export function Quality({ quality, history, name, view, from, to }: QualityProps) {
  const t = translatorFor(view.locale)
  const span = periodBetween(history, from, to)
  const terms = span && chartTerms(history, span, { legs: [], axis: 'linear' })
  const rows = terms && qualityRows(quality, terms, t)
  if (!terms || !rows) return null
  const note = qualityNote(rows, t)
  const [drawn] = rows.lines
  const last = (drawn?.values ?? []).findLastIndex((value) => value !== null)
  return (
    <SeriesPart
      id="ic"
      title={t('series.ic')}
      note={
        <Explained
          name="ic"
          label={t('series.howComputed')}
          view={view}
          t={t}
          sample={t('series.sample', { counts: t('seriesChart.rebalancings', { count: qualityFigures(rows).count }) })}
        />
      }
    >
      <StillFigure
        figure={{
          kind: 'ic',
          code: history.code,
          subject: name,
          source: '',
          title: t('figures.ic'),
          note,
          alt: t('seriesChart.icAlt', {
            name,
            note,
            last: formatSigned(drawn?.values[last] ?? null, 3),
            date: rows.dates[last] ?? '',
          }),
          emptyReason: null,
          table: coefficientTable(rows, t),
        }}
        view={view}
        asOf={history.days.at(-1) ?? terms.to}
        layout="strip"
        terms={terms}
        hasHeading
      />
    </SeriesPart>
  )
}

/** The newest first. */
function coefficientTable({ dates, lines }: QualityRows, t: Translator): FigureTable {
  return {
    head: [t('takeaway.date'), ...lines.map(({ label }) => label)],
    rows: dates
      .map((date, at) => [date, ...lines.map(({ values }) => formatSigned(values[at] ?? null, 4))])
      .toReversed(),
  }
}
