import { expect, it } from 'vitest'
import { FaultLog } from '@/lib/import/outcome/fault'
import { readFileContent } from '@/lib/import/parse/read-file'
import { CORPUS_CATALOGUE, CORPUS_TODAY } from '@/lib/testing/import/corpus-catalogue'
import { factorCsv } from '@/lib/testing/import/sample-files'

/** A catalogue that counts how often all of its codes are iterated. */
class SearchedMap<Value> extends Map<string, Value> {
  searches = 0

  override keys() {
    this.searches += 1
    return super.keys()
  }
}

async function readUnknown(codes: string[]) {
  const factors = new SearchedMap(CORPUS_CATALOGUE.factors)
  const faults = new FaultLog('week.csv')
  const bytes = new TextEncoder().encode(factorCsv(...codes.map((code) => `2024-08-30,${code},0,0,0`)))
  const settings = { catalogue: { ...CORPUS_CATALOGUE, factors }, today: CORPUS_TODAY, unit: null, as: null }
  await readFileContent(bytes, settings, faults)
  return { searches: factors.searches, faults }
}

it('searches once for a code similar to an unknown one, however many rows have it', async () => {
  const { searches, faults } = await readUnknown(['skewnes', 'skewnes', 'netwrk', 'skewnes'])
  expect(searches).toBe(2)
  expect(faults.kept[0]?.remedy).toContain('(skewness?)')
})

it('suggests no similar codes for faults that are only counted', async () => {
  const { searches, faults } = await readUnknown(Array.from({ length: 1_500 }, (_, index) => `nobody-${index}`))
  expect([searches, faults.count, faults.kept.length]).toEqual([1_000, 1_500, 1_000])
})
