import { expect, it } from 'vitest'
import { emptyStore } from '@/lib/testing/database/test-store'
import { SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { getLocalisedCatalogue } from './get-localised-catalogue'

const store = emptyStore()
const [FACTOR] = SAMPLE_CATALOGUE.factors

it('is made once for each version and language', async () => {
  await store.loadCatalogue(SAMPLE_CATALOGUE)
  await store.loadCatalogue({ ...SAMPLE_CATALOGUE, factors: [{ ...FACTOR, nameZh: '新名', nameEn: 'New name' }] })
  const nameAt = async (version: number, locale: 'zh' | 'en') =>
    (await getLocalisedCatalogue({ version, locale })).factors.find(({ code }) => code === FACTOR?.code)?.name
  expect([await nameAt(1, 'zh'), await nameAt(1, 'en')]).toEqual([FACTOR?.nameZh, FACTOR?.nameEn])
  expect([await nameAt(2, 'zh'), await nameAt(2, 'en')]).toEqual(['新名', 'New name'])
  const [first, again] = await Promise.all([1, 2].map(() => getLocalisedCatalogue({ version: 2, locale: 'en' })))
  expect(again).toBe(first)
})
