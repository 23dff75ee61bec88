/** Stored values are read back unchanged in any time zone of this machine and with any settings of the server. */
import { Client } from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { NEWEST } from '@/lib/db/queries/as-of-version'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { getDataRange } from '@/lib/db/queries/get-data-range'
import { getReportIssue } from '@/lib/db/queries/get-report-issue'
import { getReturns } from '@/lib/db/queries/get-returns'
import { getLatestVersion } from '@/lib/db/queries/versions/get-latest-version'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'

const MINUTE_MS = 60_000
const ownZone = process.env.TZ

const store = sampleStore('nothing')

afterEach(() => setZone(ownZone))

describe.each([
  ['America/New_York', 300],
  ['Asia/Shanghai', -480],
])('in %s', (zone, offset) => {
  it('dates, times and floats equal those loaded', async () => {
    setZone(zone)
    expect(new Date('2024-01-15').getTimezoneOffset()).toBe(offset)
    await setServer(zone)
    const started = Date.now()
    await loadSample()

    expect(await getReturns('factor_returns', { version: 2, to: '2024-01-02' })).toEqual([
      { code: 'skewness', dates: ['2024-01-02'], long: [0.1 + 0.2], short: [-1 / 3], benchmark: [1e-17] },
    ])
    expect(await getDataRange({ version: 2 })).toEqual([{ market: 'CN', first: '2024-01-02', last: '2024-01-02' }])
    expect((await getCatalogue({ version: NEWEST })).factors[0]?.inception).toBe('2014-01-02')
    expect(await getReportIssue({ weekEnd: '2024-08-30', version: 2, locale: 'en' })).toMatchObject({
      title: SAMPLE_CATALOGUE.reportIssues[0]?.titleEn,
    })
    const loadedAt = (await getLatestVersion())?.loadedAt.getTime()
    expect(loadedAt).toBeGreaterThan(started - MINUTE_MS)
    expect(loadedAt).toBeLessThan(Date.now() + MINUTE_MS)
  })
})

it('without a database fails at the first query with a remedy', async () => {
  process.env.DATABASE_URL = ''
  await expect(getLatestVersion()).rejects.toThrow('DATABASE_URL is not set')
})

/** Sets TZ; Node reads the variable again when it is set. */
function setZone(zone: string | undefined): void {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
}

/** Configures the server: another time zone, dates with the day first, floats rounded to 15 digits. */
async function setServer(zone: string): Promise<void> {
  const client = new Client({ connectionString: store.url })
  await client.connect()
  const { rows } = await client.query('select current_database() as name')
  for (const setting of [`timezone = '${zone}'`, `datestyle = 'SQL, DMY'`, 'extra_float_digits = 0']) {
    await client.query(`alter database ${client.escapeIdentifier(rows[0].name)} set ${setting}`)
  }
  await client.end()
}

async function loadSample(): Promise<void> {
  await store.load(factorCsv(`2024-01-02,skewness,${0.1 + 0.2},${-1 / 3},1e-17`))
}
