import type { View } from '@/lib/address/view'
import type { SeriesHistory } from '@/lib/analysis/history'
import { figureRows } from '@/lib/figures/figure-rows'
import { figureTexts } from '@/lib/figures/page-figure'
import type { RollingMeasure } from '@/lib/figures/rows/series-line'
import { translatorFor } from '@/lib/messages/translate'
import { ChartFigure } from '../chart/chart-figure'
import { Explained } from './explained'
import { SeriesPart } from './series-part'

const KINDS: readonly RollingMeasure[] = ['rolling-volatility', 'rolling-ratio', 'rolling-return']

/** Shows volatility, return to risk and return of the year that ends with each day, each on its own scale. */
export function RollingPanels({ history, name, view }: { history: SeriesHistory; name: string; view: View }) {
  const t = translatorFor(view.locale)
  const asOf = history.days.at(-1) ?? ''
  const context = { asOf, locale: view.locale, convention: view.convention, names: [name], t }
  const figures = KINDS.flatMap((kind) => {
    const rows = figureRows(kind, { history }, context)
    if (rows === null) return []
    const texts = figureTexts({ kind, rows }, context)
    return texts.emptyReason === null ? [{ kind, code: history.code, subject: name, source: '', ...texts }] : []
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
            asOf={asOf}
            layout="small"
            hasNumber={false}
            live={{ group: 'rolling' }}
          />
        ))}
      </div>
    </SeriesPart>
  )
}
