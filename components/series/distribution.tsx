import { formatPercent } from '@/lib/format'
import type { SeriesHistory } from '@/lib/series/history'
import { periodBetween } from '@/lib/series/periods'
import { weeklyDistribution } from '@/lib/series/weekly-distribution'
import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'
import { Explained } from './explained'

const WIDTH = 480
const HEIGHT = 120

interface DistributionProps {
  history: SeriesHistory
  view: View
  from?: string | undefined
  to?: string | undefined
}

/** How the weekly returns are spread, the last week's bin in the accent: a plain path, as a spark is. */
export function Distribution({ history, view, from, to }: DistributionProps) {
  const t = translatorFor(view.locale)
  const span = periodBetween(history, from, to)
  const found = span && weeklyDistribution(history, span, view.convention)
  if (!found) return null
  const { histogram, last, count } = found
  const { counts, width } = histogram
  const most = Math.max(...counts)
  const x = (bin: number) => round((bin / counts.length) * WIDTH)
  const bar = (bin: number, weeks: number) => {
    const top = round(HEIGHT - (weeks / most) * (HEIGHT - 4))
    return `M${x(bin) + 0.5} ${HEIGHT}V${top}H${x(bin + 1) - 0.5}V${HEIGHT}Z`
  }
  const lit = last ? counts[last.bin] : undefined
  const others = counts.flatMap((weeks, bin) => (weeks === 0 || bin === last?.bin ? [] : [bar(bin, weeks)])).join('')
  const [low, high] = [histogram.from, histogram.from + counts.length * width].map((edge) => formatPercent(edge, 1))
  const zero = x(-histogram.from / width)
  return (
    <figure className="series-part" aria-labelledby="distribution">
      <h2 id="distribution">{t('series.distribution')}</h2>
      <div className="series-note">
        <Explained
          name="distribution"
          label={t('series.howComputed')}
          view={view}
          t={t}
          sample={t('series.sample', { counts: t('series.weeks', { count }) })}
        />
      </div>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`} aria-hidden="true" className="distribution">
        <path d={others} className="fill-leg" />
        {lit !== undefined && last && <path d={bar(last.bin, lit)} className="fill-accent" />}
        <path d={`M0 ${HEIGHT + 0.5}H${WIDTH}`} className="stroke-line" />
        {zero >= 0 && zero <= WIDTH && (
          <path d={`M${zero} 0V${HEIGHT}`} className="stroke-ink-3" strokeDasharray="2 3" />
        )}
      </svg>
      <div className="distribution-ends">
        <span>{low}</span>
        <span>{high}</span>
      </div>
      <figcaption>
        {last
          ? t('series.distributionSays', {
              count,
              width: formatPercent(width, 1).slice(1),
              end: last.end,
              value: formatPercent(last.value),
            })
          : t('series.distributionSaysNoWeek', { count })}
        {found.percentile !== null && <> {t('series.above', { share: Math.round(found.percentile * 100) })}</>}
      </figcaption>
    </figure>
  )
}

function round(length: number): number {
  return Math.round(length * 10) / 10
}
