import { expect, it } from 'vitest'
import { sampleStore } from '@/lib/testing/database/test-store'
import { SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { getCalendars } from './get-calendars'
import { dayKind } from './trading-calendar'

const store = sampleStore('database')

const closure = (kind: 'closed' | 'session') => ({ market: 'CN', date: '2024-08-29', kind, name: null })

it('reads the calendars of a version once, and those of the same number in another store anew', async () => {
  await store.loadCatalogue({ ...SAMPLE_CATALOGUE, closures: [closure('closed')] })
  const kindIn = async (version: number) => {
    const calendar = (await getCalendars({ version })).get('CN')
    return calendar && dayKind(calendar, '2024-08-29')
  }
  expect([await kindIn(1), await kindIn(2)]).toEqual(['trading', 'closed'])
  expect(await getCalendars({ version: 2 })).toBe(await getCalendars({ version: 2 }))
})

it('does not take those of the store before', async () => {
  await store.loadCatalogue({
    ...SAMPLE_CATALOGUE,
    closures: [closure('session'), { ...closure('closed'), date: '2024-08-28' }],
  })
  const calendar = (await getCalendars({ version: 2 })).get('CN')
  expect(calendar && [dayKind(calendar, '2024-08-29'), dayKind(calendar, '2024-08-28')]).toEqual(['trading', 'closed'])
})

it('reads a number without a load as an empty store has it', async () => {
  expect([...(await getCalendars({ version: 0 })).keys()]).toEqual([])
})
