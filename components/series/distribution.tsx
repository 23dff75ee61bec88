import type { View } from '@/lib/address/view'
import type { SeriesHistory } from '@/lib/analysis/history'
import { periodBetween } from '@/lib/analysis/periods'
import { formatPercent } from '@/lib/base/format'
import { distributionNote } from '@/lib/figures/distribution-note'
import type { DistributionRows, FigureTable } from '@/lib/figures/figure'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { chartTerms } from '@/lib/workbench/series/chart-choice'
import { distributionRows } from '@/lib/workbench/series/distribution-rows'
import { StillFigure } from '../chart/still-figure'
import { Explained } from './explained'
import { SeriesPart } from './series-part'

interface DistributionProps {
  history: SeriesHistory
  name: string
  view: View
  from?: string | undefined
  to?: string | undefined
}

/** How the weekly returns of the period are spread, the last week's bin in the accent. */
export function Distribution({ history, name, view, from, to }: DistributionProps) {
  const t = translatorFor(view.locale)
  const span = periodBetween(history, from, to)
  const rows = span && distributionRows(history, span, view.convention, t)
  if (!span || !rows) return null
  const note = distributionNote(rows, t)
  const count = rows.counts.reduce((sum, weeks) => sum + weeks, 0)
  const terms = chartTerms(history, span, { legs: [], axis: 'linear' })
  return (
    <SeriesPart
      id="distribution"
      title={t('series.distribution')}
      note={
        <Explained
          name="distribution"
          label={t('series.howComputed')}
          view={view}
          t={t}
          sample={t('series.sample', { counts: t('series.weeks', { count }) })}
        />
      }
    >
      <StillFigure
        figure={{
          kind: 'distribution',
          code: history.code,
          subject: name,
          source: '',
          title: t('figures.distribution'),
          note,
          alt: `${name} ${note}`,
          emptyReason: null,
          table: binTable(rows, t),
        }}
        view={view}
        asOf={history.days.at(-1) ?? terms.to}
        layout="small"
        terms={terms}
        hasHeading
      />
    </SeriesPart>
  )
}

function binTable({ from, width, counts }: DistributionRows, t: Translator): FigureTable {
  return {
    head: [`${t('seriesChart.binFrom')} %`, `${t('seriesChart.binTo')} %`, t('seriesChart.binWeeks')],
    rows: counts.map((weeks, bin) => [
      formatPercent(from + bin * width),
      formatPercent(from + (bin + 1) * width),
      String(weeks),
    ]),
  }
}
