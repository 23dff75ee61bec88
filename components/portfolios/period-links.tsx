import { pathWith } from '@/lib/address/parameters/packed'
import { type PortfolioParameters, STATISTIC_PERIODS } from '@/lib/address/parameters/portfolio-parameters'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { To } from '../text/to'

/** Links to the periods of the statistics and charts. */
export function PeriodLinks({ view, parameters }: { view: View; parameters: PortfolioParameters }) {
  const t = translatorFor(view.locale)
  return (
    <nav aria-label={t('portfolios.period')} className="flex flex-wrap gap-x-4">
      <span className="tap text-ink-2">{t('portfolios.period')}</span>
      {([...STATISTIC_PERIODS, undefined] as const).map((period) => (
        <To
          key={period ?? 'inception'}
          path={pathWith('/portfolios', { ...view.parameters, period: period ?? null })}
          view={view}
          aria-current={parameters.period === period ? 'true' : undefined}
          className="choice"
        >
          {t(`seriesChart.${period ?? 'inception'}`)}
        </To>
      ))}
    </nav>
  )
}
