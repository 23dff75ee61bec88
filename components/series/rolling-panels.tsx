import type { View } from '@/lib/address/view'
import type { SeriesHistory } from '@/lib/analysis/history'
import type { RollingKind } from '@/lib/figures/figure'
import { translatorFor } from '@/lib/messages/translate'
import { rollingFigure } from '@/lib/workbench/series/rolling-figure'
import { seriesLine } from '@/lib/workbench/series/series-line-rows'
import { ChartFigure } from '../chart/chart-figure'
import { Explained } from './explained'
import { SeriesPart } from './series-part'

const KINDS: readonly RollingKind[] = ['rolling-volatility', 'rolling-ratio', 'rolling-return']

/** Volatility, return to risk and return of the year that ends with each day, each on its own scale. */
export function RollingPanels({ history, name, view }: { history: SeriesHistory; name: string; view: View }) {
  const t = translatorFor(view.locale)
  const figures = KINDS.flatMap((kind) => {
    const rows = seriesLine(history, kind, view.convention, t(`figures.${kind}`))
    return (rows && rollingFigure(kind, rows, { code: history.code, name }, t)) ?? []
  })
  if (figures.length === 0) return null
  return (
    <SeriesPart
      id="rolling"
      title={t('series.rolling')}
      note={<Explained name="rolling" label={t('series.howComputed')} view={view} t={t} />}
    >
      <div className="grid gap-y-4">
        {figures.map((figure) => (
          <ChartFigure
            key={figure.kind}
            figure={figure}
            view={view}
            asOf={history.days.at(-1) ?? ''}
            layout="small"
            hasNumber={false}
          />
        ))}
      </div>
    </SeriesPart>
  )
}
