import { beforeAll, expect, it } from 'vitest'
import { paletteOf } from '@/lib/charts/theme'
import { getVersionStamp } from '@/lib/db/queries/versions/get-version-stamp'
import { drawnTexts, faults } from '@/lib/testing/charts/drawn-texts'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv } from '@/lib/testing/import/sample-files'
import { drawFigure } from './draw-figure'
import type { FigureRequest } from './figure-request'
import { getFigureContext } from './get-figure-context'
import { getFigureRows } from './get-figure-rows'
import { FIGURES, sizesOf } from './registry'
import { SIZES } from './rows/sizes'

const store = sampleStore()
let request: FigureRequest

beforeAll(async () => {
  const days = ['2024-08-26', '2024-08-27', '2024-08-28', '2024-08-29', '2024-08-30']
  const returns = factorCsv(...days.map((day) => `${day},skewness,0.01,0.02,0.03`))
  const quality = [
    'date,series,ic,rank_ic',
    '2024-08-23,skewness,0.5,0.5',
    '2024-08-26,skewness,0.01,0.02',
    '2024-08-28,skewness,,0.06',
    '2024-08-30,skewness,-0.03,-0.05',
  ]
  await store.load(returns)
  await store.load(`${quality.join('\n')}\n`, { name: 'quality.csv' })
  request = {
    kind: 'ic',
    code: 'skewness',
    version: 3,
    stamp: (await getVersionStamp(3)) ?? '',
    asOf: '2024-08-30',
    locale: 'en',
    convention: 'arithmetic',
    terms: { from: '2024-08-26', to: '2024-08-30', axis: 'linear' },
  }
})

async function loaded() {
  const [rows, context] = await Promise.all([getFigureRows(request), getFigureContext(request)])
  if (rows === null) throw new Error('coefficients are loaded')
  return { rows, context }
}

it('has the coefficients of the file in the period, rank coefficients first', async () => {
  const { rows, context } = await loaded()
  expect(FIGURES.ic.exportTable(rows, context)).toEqual({
    columns: [
      { header: 'Date', type: 'date' },
      { header: 'Rank IC', type: 'number' },
      { header: 'IC', type: 'number' },
    ],
    rows: [
      ['2024-08-26', 0.02, 0.01],
      ['2024-08-28', 0.06, null],
      ['2024-08-30', -0.05, -0.03],
    ],
  })
  // Mean: 0.03 / 3. Deviation: squares of 0.01, 0.05 and 0.06, divided by 2.
  expect(rows).toHaveProperty('mean.value', expect.closeTo(0.01, 12))
  expect(FIGURES.ic.note(rows, context)).toBe(
    'Rank IC, one bar per rebalancing, 2024-08-26 to 2024-08-30, 3 in all: mean +0.010, standard deviation 0.056, ICIR +0.18, 67% positive',
  )
})

it('draws a bar for each rebalancing and names the mean; no text is cut or overlaps', async () => {
  const { rows } = await loaded()
  for (const size of sizesOf('ic')) {
    const palette = paletteOf('light', 'red')
    const svg = drawFigure({ kind: 'ic', rows }, { ...SIZES[size], palette })
    expect(faults(drawnTexts(svg), SIZES[size]), size).toEqual([])
    expect(svg.split(` fill="${palette.leg}"`)).toHaveLength(4)
    expect(drawnTexts(svg).map(({ text }) => text)).toContain('Mean +0.010')
  }
})

it('returns null for a version before the load, a series without coefficients, and days that are not trading days', async () => {
  const before = { ...request, version: 2, stamp: (await getVersionStamp(2)) ?? '' }
  expect(await getFigureRows(before)).toBeNull()
  expect(await getFigureRows({ ...request, code: 'none' })).toBeNull()
  const weekend = { from: '2024-08-24', to: '2024-08-30', axis: 'linear' as const }
  expect(await getFigureRows({ ...request, terms: weekend })).toBeNull()
})
