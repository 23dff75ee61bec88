import { z } from 'zod'
import { contributionTable } from '@/lib/analysis/contributions/contribution-table'
import { getKnownContributions } from '@/lib/analysis/contributions/get-known-contributions'
import { windowSpans } from '@/lib/analysis/trading-windows'
import { asOfParameter, conventionParameter, seriesParameter, spanParameters } from '@/lib/api/question/parameters'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getComponents } from '@/lib/db/queries/get-components'
import { getContributions } from '@/lib/db/queries/get-contributions'
import { count, fraction, isoDate, optionalText, text } from '../columns'
import { defineEndpoint } from '../endpoint'
import { checkSpan } from './check-span'
import { knownSeries, SERIES_COLUMNS } from './known-series'

const LAST_DATE = '9999-12-31'

const group = text('Code of the group of components.')
const component = optionalText('Code of the component; null for a group without components.')

export const componentsEndpoint = defineEndpoint({
  path: '/components',
  tag: 'catalogue',
  summary: 'Components of contributions',
  description: 'The components of the excess of portfolios, and the groups of them, by position.',
  parameters: z.object({}),
  row: z.object({
    component: text('Code of the component or group.'),
    position: count('Place among the components, from 1.'),
    nameZh: text('Name in Chinese.'),
    nameEn: text('Name in English.'),
  }),
  read: async (_, { version }) => getComponents({ version }),
})

export const dailyContributionsEndpoint = defineEndpoint({
  path: '/portfolios/contributions',
  tag: 'series',
  summary: 'Daily contributions to the excess of all portfolios',
  description:
    'A row for each portfolio, day and component, ordered by code and date, as they were loaded: for bulk download, of which the manifest lists the files. The contributions of a day add up to its excess, portfolio minus benchmark, within 0.000001.',
  parameters: z.object(spanParameters),
  row: z.object({
    code: text('Code of the portfolio.'),
    date: isoDate('Trading day.'),
    group,
    component,
    contribution: fraction('Contribution to the excess of the day.'),
  }),
  read: async ({ from, to }, { version }) => {
    checkSpan(from, to)
    const known = await getContributions({ version, ...(from !== undefined && { from }), to: to ?? LAST_DATE })
    return known.flatMap(({ code, days }) =>
      days.flatMap(({ date, parts }) =>
        parts.map(({ value, ...part }) => ({ code, date, ...part, contribution: value })),
      ),
    )
  },
})

export const contributionsEndpoint = defineEndpoint({
  path: '/contributions',
  tag: 'statistics',
  summary: 'Contributions to the excess of week, month and year',
  description:
    'A row for each portfolio with contributions and each component, as of a day, by default of all portfolios that have not ended: daily contributions linked after Cariño, so that the rows of a portfolio add up to its excess of the window without a residual. Under the geometric convention each is divided by 1 + return of the benchmark, and they add up to the geometric excess. null where a day of the window has no return or no contributions.',
  parameters: z.object({ series: seriesParameter.series.optional(), ...asOfParameter, ...conventionParameter }),
  row: z.object({
    ...SERIES_COLUMNS,
    group,
    component,
    week: fraction('Contribution to the excess of the week of the as-of date.'),
    month: fraction('Contribution to the excess of its month to date.'),
    year: fraction('Contribution to the excess of its year to date.'),
  }),
  read: async ({ series, asOf, convention }, { version }) => {
    const codes = series ?? (await goingOn(version))
    const known = await knownSeries({ version, codes, asOf })
    const rows = await Promise.all(
      known.map(async ({ names, history }) => {
        // Rows have codes, and the endpoint of components their names in both languages.
        const own =
          history.kind === 'portfolio' ? await getKnownContributions(history, { version, locale: 'en' }) : null
        if (own === null) return []
        const { groups } = contributionTable(history, windowSpans(history.days), own, convention)
        return groups.flatMap(({ components, ...row }) => {
          const rowOf = (component: string | null, values: (number | null)[]) => ({
            ...{ ...names, group: row.code, component },
            ...windowsOf(values),
          })
          return components.length === 0
            ? [rowOf(null, row.values)]
            : components.map((each) => rowOf(each.code, each.values))
        })
      }),
    )
    return rows.flat()
  },
})

/** Returns the codes of the portfolios that have not ended. */
async function goingOn(version: number): Promise<string[]> {
  const { portfolios } = await getCatalogue({ version })
  return portfolios.filter(({ ended }) => ended === null).map(({ code }) => code)
}

function windowsOf([week = null, month = null, year = null]: (number | null)[]) {
  return { week, month, year }
}
