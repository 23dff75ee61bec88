import { beforeAll, expect, it } from 'vitest'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv } from '@/lib/testing/import/sample-files'
import { getSeriesHistories, getSeriesHistory } from './get-series-histories'

const store = sampleStore()

beforeAll(async () => {
  const files = [
    factorCsv('2024-08-29,skewness,0.1,0.2,0.3', '2024-08-30,skewness,0.01,0.02,0.03'),
    portfolioCsv('2024-08-28,enhanced,0.5,-0.5', '2024-08-30,enhanced,0.25,0'),
    factorCsv('2024-08-29,skewness,0.4,0.2,0.3'),
  ]
  for (const content of files) await store.load(content)
})

it('reads series in the requested order, as of a version and a day', async () => {
  const [enhanced, skewness, ...more] = await getSeriesHistories({
    version: 4,
    codes: ['enhanced', 'skewness', 'none'],
  })
  expect([enhanced?.kind, skewness?.kind, more]).toEqual(['portfolio', 'factor', []])
  expect(enhanced?.days.slice(-3)).toEqual(['2024-08-28', '2024-08-29', '2024-08-30'])
  expect([enhanced?.leg.slice(-3), enhanced?.against.slice(-3), enhanced?.benchmark]).toEqual([
    [0.5, null, 0.25],
    [-0.5, null, 0],
    null,
  ])
  expect(skewness?.leg.slice(-3)).toEqual([null, 0.4, 0.01])
  const before = await getSeriesHistory({ version: 3, code: 'skewness', asOf: '2024-08-29' })
  expect([before?.days.at(-1), before?.leg.at(-1), before?.benchmark?.at(-1)]).toEqual(['2024-08-29', 0.1, 0.3])
})

it('returns nothing for an unknown code, or before anything was loaded', async () => {
  expect(await getSeriesHistory({ version: 4, code: 'none' })).toBeNull()
  expect(await getSeriesHistory({ version: 1, code: 'skewness' })).toBeNull()
})
