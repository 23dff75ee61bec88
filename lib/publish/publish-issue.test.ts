import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { verifyStore } from '@/lib/cli/verify'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { editionOf, getEditions } from '@/lib/editions/get-editions'
import { sampleStore } from '@/lib/testing/database/test-store'
import { openPage } from '@/lib/testing/pages/open-page'
import { loadPlain, plainReturns, publishPlain, WEEK } from '@/lib/testing/publish/publishable-week'

const store = sampleStore()
const AUGUST = { market: 'CN', window: 'month', asOf: WEEK } as const
const month = (period: string, order = {}) => publishPlain({ week: null, month: period, ...order })

beforeAll(() => loadPlain(store, plainReturns()))
beforeEach(() => vi.stubEnv('PUBLISHING', 'desk'))
afterEach(() => {
  vi.unstubAllEnvs()
  forgetLatestVersion()
})

describe('editions of months and quarters', () => {
  it('are published by themselves when the month is over, where weeks are', async () => {
    expect(await editionOf(AUGUST)).toBeNull()
    vi.stubEnv('PUBLISHING', 'automatic')
    expect(await editionOf(AUGUST)).toMatchObject({ asOf: WEEK, state: 'published', number: null })
    expect(await editionOf({ ...AUGUST, window: 'quarter' })).toBeNull()
  })

  it('are in the chain beside those of a week with the same last day', async () => {
    expect(await publishPlain()).toMatchObject({ window: 'week', number: 1 })
    const { documents } = await month('2024-08')
    expect(documents).toHaveLength(4)
    expect(await month('2024-07')).toMatchObject({ window: 'month', asOf: '2024-07-31', number: 1, state: 'published' })
    expect(await getEditions({ market: 'CN' })).toMatchObject([{ windowKind: 'week', asOf: WEEK }])
    expect(await getEditions(AUGUST)).toMatchObject([{ windowKind: 'month', asOf: WEEK, number: 1 }])
    expect(await verifyStore()).toEqual([])
  })

  it('are corrected and withdrawn by themselves', async () => {
    await expect(month('2024-08')).rejects.toThrow('says the same')
    expect(await month('2024-08', { action: 'withdraw', reason: 'Wrong universe.' })).toMatchObject({ number: 2 })
    expect(await editionOf(AUGUST)).toMatchObject({ state: 'withdrawn' })
    expect(await editionOf({ market: 'CN', asOf: WEEK })).toMatchObject({ state: 'published', number: 1 })
  })

  it('wait for the end of the quarter, and for a period with data', async () => {
    const { gate } = await publishPlain({ week: null, quarter: '2024-Q3' }, { dryRun: true })
    expect(gate.filter(({ blocks }) => blocks)).toMatchObject([
      { rule: 'week-incomplete', text: 'The data end on 2024-08-30, and trading days of the quarter follow.' },
    ])
    await expect(month('2024-09')).rejects.toThrow(
      'There is no report for the month of 2024-09. Nearest reports: 2024-08.',
    )
  })

  it('are shown by the pages of the month', async () => {
    expect(await openPage('/months/2024-07')).toContain('href="/en/months/2024-07/editions"')
    const editions = await openPage('/months/2024-08/editions')
    expect(editions).toContain('/en/months/2024-08/editions/1/report.pdf')
    expect(editions).toContain('npm run publish -- --month 2024-08 --market CN')
    expect(editions).toContain('Back to the report of August 2024')
  })
})
