import type { View } from '@/lib/address/view'
import type { SeriesHistory } from '@/lib/analysis/history'
import { unusualWeek } from '@/lib/analysis/statistics/unusual-week'
import { formatPercentInText, wholePercent } from '@/lib/base/format'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import { unbrokenDates } from '../text/unbroken'
import { SeriesPart } from './series-part'

/**
 * Shows how unusual the last week is: percentiles of week and month in their history, the streak, the distance from the
 * peak.
 */
export function UnusualLine({ history, view }: { history: SeriesHistory; view: View }) {
  const t = translatorFor(view.locale)
  const found = unusualWeek(history, view.convention)
  if (!found) return null
  const { week, month, streak, drawdown } = found
  return (
    <SeriesPart id="unusual" title={t('series.unusual')}>
      <dl className="mt-1.5 grid gap-x-10 gap-y-2 border-rule border-t-2 pt-1.5 mid:grid-cols-4">
        <div>
          <dt className="text-ink-2 text-note">{t('series.week')}</dt>
          <dd>{percentileText(week, t)}</dd>
        </div>
        <div>
          <dt className="text-ink-2 text-note">{t('series.month')}</dt>
          <dd>{percentileText(month, t)}</dd>
        </div>
        <div>
          <dt className="text-ink-2 text-note">{t('series.streak')}</dt>
          <dd>{streak === null ? t('series.absence-gap') : streakText(streak, t)}</dd>
        </div>
        <div>
          <dt className="text-ink-2 text-note">{t('series.currentDrawdown')}</dt>
          <dd>
            {drawdown === null
              ? t('series.absence-gap')
              : drawdown.days === 0
                ? t('series.atPeak')
                : unbrokenDates(
                    `${formatPercentInText(drawdown.depth)} ${t('series.since', { since: drawdown.since, days: drawdown.days })}`,
                  )}
          </dd>
        </div>
      </dl>
    </SeriesPart>
  )
}

interface RankedReturn {
  value: number | null
  percentile: number | null
  count: number
}

function percentileText({ value, percentile, count }: RankedReturn, t: Translator): string {
  if (value === null) return t('series.absence-gap')
  if (percentile === null) return `${formatPercentInText(value)} ${t('series.tooShort', { count })}`
  return `${formatPercentInText(value)} ${t('series.placed', { share: wholePercent(percentile), count })}`
}

function streakText(streak: number, t: Translator): string {
  if (streak === 0) return t('series.flatWeek')
  return streak > 0 ? t('series.weeksUp', { count: streak }) : t('series.weeksDown', { count: -streak })
}
