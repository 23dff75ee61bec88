import { z } from 'zod'
import { asOfParameter, marketParameter } from '@/lib/api/question/parameters'
import type { Locale } from '@/lib/base/locale'
import { summaryParts } from '@/lib/report/build/build-summary'
import { marketLine } from '@/lib/report/build/market-line'
import { fraction, isoDate, optionalText, ratio, text, truth } from '../columns'
import { defineEndpoint } from '../endpoint'
import { getWeekInputs } from './week-inputs'

export const marketEndpoint = defineEndpoint({
  path: '/market',
  tag: 'statistics',
  summary: 'What the market did',
  description:
    'Own returns of each benchmark of a market, whatever the factors did: the average of the universe (the benchmark leg of the factors), then each index once. A period with a day missing is null, with the reason in note.',
  parameters: z.object({ ...asOfParameter, ...marketParameter }),
  row: z.object({
    code: text('universe, universe.<factor> for a factor with another average, or the code of the index.'),
    nameZh: text('Name in Chinese.'),
    nameEn: text('Name in English.'),
    asOf: isoDate('Last trading day of the periods.'),
    week: fraction('Return of the ISO week, up to asOf.'),
    percentile: ratio('Share of all earlier weeks below that of week, from 0 to 1; null for fewer than 52.'),
    month: fraction('Return of the calendar month to date.'),
    year: fraction('Return of the calendar year to date.'),
    isProvisional: truth('Are the closures of a year of the week or the year to date unknown?'),
    note: optionalText('Why a period is null, in English; null when none is.'),
  }),
  read: async (request, { version }) => {
    const lineIn = async (locale: Locale) => {
      const inputs = await getWeekInputs({ ...request, version, locale, convention: 'arithmetic' })
      if (inputs === null) return null
      const parts = summaryParts(inputs)
      const { windows } = parts.context
      const years = new Set([windows.week.from, windows.year.from].map((day) => windows.days[day]?.slice(0, 4)))
      const isProvisional = inputs.provisionalYears.some((year) => years.has(year))
      return { asOf: windows.asOf, isProvisional, lines: marketLine(inputs, parts) }
    }
    const [chinese, english] = await Promise.all([lineIn('zh'), lineIn('en')])
    return (english?.lines ?? []).map(({ code, name, note, returns: { week, month, year } }, index) => ({
      code,
      nameZh: chinese?.lines[index]?.name ?? name,
      nameEn: name,
      asOf: english?.asOf ?? '',
      week: week.value,
      percentile: week.percentile,
      month: month.value,
      year: year.value,
      isProvisional: english?.isProvisional ?? false,
      note,
    }))
  },
})
