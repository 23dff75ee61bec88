import { z } from 'zod'
import { asOfParameter, conventionParameter, marketParameter } from '@/lib/api/question/parameters'
import { summaryParts } from '@/lib/report/build/build-summary'
import { similarWeeksOf } from '@/lib/report/build/similar-weeks'
import type { Followed } from '@/lib/report/model/similar-weeks'
import { count, fraction, isoDate, number } from '../columns'
import { defineEndpoint } from '../endpoint'
import { getWeekInputs } from './week-inputs'

const UNIVERSE = "Return of the universe's average"
const LONG_SHORT = 'Mean long-short return of the factors'
const EXCESS = 'Mean excess return of the portfolios'

export const similarWeeksEndpoint = defineEndpoint({
  path: '/similar-weeks',
  tag: 'statistics',
  summary: 'The most similar earlier weeks',
  description:
    'The five earlier weeks whose vectors of z-scores (long-short return of the week against the three years before it) are nearest to that of the week of asOf, and what followed them. Distance: the Euclidean one over the factors with a z-score in both weeks, divided by the square root of their number; at least three factors and half of those of the week must be shared. The last four weeks are left out. It is history, not a forecast.',
  parameters: z.object({ ...asOfParameter, ...marketParameter, ...conventionParameter }),
  row: z.object({
    asOf: isoDate('Last trading day of the earlier week.'),
    distance: number('Distance, in standard deviations.'),
    shared: count('Factors with a z-score in both weeks.'),
    nextWeekUniverse: fraction(`${UNIVERSE} in the week after it.`),
    nextWeekLongShort: fraction(`${LONG_SHORT} in the week after it.`),
    nextWeekExcess: fraction(`${EXCESS} in the week after it.`),
    nextMonthUniverse: fraction(`${UNIVERSE} in the four weeks after it.`),
    nextMonthLongShort: fraction(`${LONG_SHORT} in the four weeks after it.`),
    nextMonthExcess: fraction(`${EXCESS} in the four weeks after it.`),
  }),
  read: async (request, { version }) => {
    const inputs = await getWeekInputs({ ...request, version, locale: 'en' })
    const similar = inputs && similarWeeksOf(inputs, summaryParts(inputs))
    return (similar?.weeks ?? []).map(({ asOf, distance, shared, nextWeek, nextMonth }) => ({
      asOf,
      distance,
      shared,
      ...named('nextWeek', nextWeek),
      ...named('nextMonth', nextMonth),
    }))
  },
})

function named<Period extends 'nextWeek' | 'nextMonth'>(period: Period, { universe, longShort, excess }: Followed) {
  return {
    [`${period}Universe`]: universe,
    [`${period}LongShort`]: longShort,
    [`${period}Excess`]: excess,
  } as Record<`${Period}${'Universe' | 'LongShort' | 'Excess'}`, number | null>
}
