/** The unit that a file shows, and the values that are read from it. */
import { describe, expect, it } from 'vitest'
import { FaultLog } from '@/lib/import/outcome/fault'
import { readFileContent } from '@/lib/import/parse/read-file'
import { CORPUS_CATALOGUE, CORPUS_TODAY } from '@/lib/testing/import/corpus-catalogue'
import { factorCsv } from '@/lib/testing/import/sample-files'
import type { Unit } from './unit'

/** Returns the values by leg, or the remedies of the faults. */
async function read(content: string, unit: Unit | null = null) {
  const faults = new FaultLog('week.csv')
  const settings = { catalogue: CORPUS_CATALOGUE, today: CORPUS_TODAY, unit, as: null }
  const found = await readFileContent(new TextEncoder().encode(content), settings, faults)
  if (faults.count > 0) return faults.kept.map(({ remedy }) => remedy)
  return found?.type === 'returns' ? found.batch.legs : null
}

const quality = (ic: string, rankIc: string, header = 'date,series,ic,rank_ic') =>
  `${header}\n2024-08-30,skewness,${ic},${rankIc}\n`

const QUIET = factorCsv(...['26', '27', '28', '29'].map((day) => `2024-08-${day},skewness,0.0031,-0.0024,0.0018`))

describe('coefficients', () => {
  it.each(['percent', 'decimal', null] as const)('are what is written when returns are declared %s', async (unit) => {
    expect(await read(quality('0.045', '-0.061'), unit)).toEqual([[0.045], [-0.061], [null]])
    expect(await read(quality('4.5%', '-6.1%'), unit)).toEqual([[0.045], [-0.061], [null]])
    expect(await read(quality('4.5', '-6.1', 'date,series,ic(%),rank_ic(%)'), unit)).toEqual([
      [0.045],
      [-0.061],
      [null],
    ])
  })

  it('have remedies that do not suggest a declared unit', async () => {
    expect(await read(quality('4.5%', '0.061'))).toEqual(['Write all coefficients with a percent sign, or none.'])
  })
})

describe('returns', () => {
  it('are percentages where that is declared', async () => {
    expect(await read(factorCsv('2024-08-30,skewness,1.09,-2,0'), 'percent')).toEqual([[0.0109], [-0.02], [0]])
  })

  it.each([
    ['declaration', QUIET, 'percent', 'load the file as decimals (--unit decimal)'],
    ['columns', QUIET.replace('long,short,benchmark', 'long(%),short(%),benchmark(%)'), null, 'from the column names'],
    ['cells', QUIET.replace(/0\.\d+/g, '$&%'), null, 'from the cells'],
  ] as const)('that are fractions are refused, and the remedy is for the %s', async (_, content, unit, remedy) => {
    expect(await read(content, unit)).toEqual([expect.stringContaining(remedy)])
    expect(await read(QUIET)).toHaveLength(3)
  })
})
