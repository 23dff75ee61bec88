import { z } from 'zod'
import { type CalendarYear, monthsByYears } from '@/lib/analysis/statistics/months-by-years'
import { asOfParameter, conventionParameter, seriesParameter } from '@/lib/api/question/parameters'
import { count, fraction } from '../columns'
import { defineEndpoint } from '../endpoint'
import { knownSeries, SERIES_COLUMNS } from './known-series'

export const monthsEndpoint = defineEndpoint({
  path: '/months',
  tag: 'statistics',
  summary: 'Monthly returns',
  description:
    'A row for each series and calendar year, the newest first: window figures of each month and of the year, by the convention asked for. The running month and year are to date.',
  parameters: z.object({ ...seriesParameter, ...asOfParameter, ...conventionParameter }),
  row: z.object({
    ...SERIES_COLUMNS,
    calendarYear: count('Calendar year.'),
    jan: fraction('Return of January.'),
    feb: fraction('Return of February.'),
    mar: fraction('Return of March.'),
    apr: fraction('Return of April.'),
    may: fraction('Return of May.'),
    jun: fraction('Return of June.'),
    jul: fraction('Return of July.'),
    aug: fraction('Return of August.'),
    sep: fraction('Return of September.'),
    oct: fraction('Return of October.'),
    nov: fraction('Return of November.'),
    dec: fraction('Return of December.'),
    wholeYear: fraction('Return of the year.'),
  }),
  read: async ({ series, asOf, convention }, { version }) => {
    const known = await knownSeries({ version, codes: series, asOf })
    return known.flatMap(({ names, history }) =>
      monthsByYears(history, convention).map((year) => ({ ...names, ...rowOf(year) })),
    )
  },
})

function rowOf({ year, months, total }: CalendarYear) {
  const of = (month: number) => months[month]?.value ?? null
  return {
    calendarYear: Number(year),
    ...{ jan: of(0), feb: of(1), mar: of(2), apr: of(3), may: of(4), jun: of(5) },
    ...{ jul: of(6), aug: of(7), sep: of(8), oct: of(9), nov: of(10), dec: of(11) },
    wholeYear: total.value,
  }
}
