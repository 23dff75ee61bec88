import { z } from 'zod'
import { compareSeries } from '@/lib/analysis/comparison'
import { conventionParameter, seriesParameter, spanParameters } from '@/lib/api/question/parameters'
import { count, isoDate, ratio, text } from '../columns'
import { defineEndpoint } from '../endpoint'
import { checkSpan } from './check-span'
import { knownSeries } from './known-series'

export const correlationsEndpoint = defineEndpoint({
  path: '/correlations',
  tag: 'statistics',
  summary: 'Correlations of weekly returns',
  description:
    'One row per pair of series, in both orders and each with itself: correlation of the weekly returns of their lines (line figures), over the days that all have in common. It is the same under both conventions.',
  parameters: z.object({ ...seriesParameter, ...spanParameters, ...conventionParameter }),
  row: z.object({
    code: text('Code of the one series.'),
    other: text('Code of the other series.'),
    from: isoDate('First common trading day.'),
    to: isoDate('Last common trading day.'),
    weeks: count('Weeks in which both have a value.'),
    correlation: ratio('Correlation; null with too few common weeks.'),
  }),
  read: async ({ series, from, to }, { version }) => {
    checkSpan(from, to)
    const histories = (await knownSeries({ version, codes: series, asOf: to })).map(({ history }) => history)
    const compared = compareSeries(histories, { from: from ?? null, to: to ?? null })
    if (compared === null) return []
    const { days, lines, weekly, correlations } = compared
    const span = { from: days[0] as string, to: days.at(-1) as string }
    return lines.flatMap((line, i) =>
      lines.map((other, j) => {
        const [a = [], b = []] = [weekly[i], weekly[j]]
        const weeks = a.filter((value, week) => value !== null && (b[week] ?? null) !== null).length
        return { code: line.code, other: other.code, ...span, weeks, correlation: correlations[i]?.[j] ?? null }
      }),
    )
  },
})
