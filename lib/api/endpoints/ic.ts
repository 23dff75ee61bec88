import { z } from 'zod'
import { codeParameter, spanParameters } from '@/lib/api/question/parameters'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getFactorQuality } from '@/lib/db/queries/get-factor-quality'
import { ApiProblem } from '@/lib/http/problem'
import { isoDate, ratio } from '../columns'
import { defineEndpoint } from '../endpoint'
import { checkSpan } from './check-span'

/** An upper bound for dates. */
const LAST_DATE = '9999-12-31'

export const icEndpoint = defineEndpoint({
  path: '/factors/{code}/ic',
  tag: 'series',
  summary: 'Information coefficients of a factor',
  description:
    'How well a factor ranked the stocks, a row for each date with a value, oldest first, as they were loaded. They are no returns: none is compounded or annualised.',
  parameters: z.object({ ...codeParameter, ...spanParameters }),
  row: z.object({
    date: isoDate('Date of the ranking.'),
    ic: ratio('Information coefficient, from -1 to 1; null when not known.'),
    rankIc: ratio('Rank information coefficient, from -1 to 1; null when not known.'),
    rankMae: ratio('Mean absolute error of the ranks, as a share of all ranks, from 0 to 1; null when not known.'),
  }),
  read: async ({ code, from, to }, { version }) => {
    checkSpan(from, to)
    const { factors } = await getCatalogue({ version })
    if (!factors.some((factor) => factor.code === code)) throw new ApiProblem(404, `There is no factor "${code}".`)
    const rows = await getFactorQuality({ version, code, to: to ?? LAST_DATE })
    return rows.filter(({ date }) => from === undefined || date >= from)
  },
})
