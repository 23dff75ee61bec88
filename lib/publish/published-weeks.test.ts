/** At a desk a published week stays as its edition has it, for readers who see no drafts, whatever is loaded and published later. */
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { withPublishedDates } from '@/lib/editions/newest-published'
import { inScope } from '@/lib/scope/current-scope'
import { EVERYTHING } from '@/lib/scope/read-scope'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv } from '@/lib/testing/import/sample-files'
import { openPage } from '@/lib/testing/pages/open-page'
import { DAYS, loadPlain, plainReturns, publishPlain, rowsOf, WEEK } from '@/lib/testing/publish/publishable-week'

const store = sampleStore()
const BEFORE = '2024-08-23'
const RESTATED = '2024-08-22'
const returns = plainReturns()
const restated = plainReturns()

beforeAll(async () => {
  vi.stubEnv('PUBLISHING', 'desk')
  await loadPlain(
    store,
    returns,
    DAYS.filter((day) => day <= BEFORE),
  )
  await publishPlain({ week: BEFORE })
  const [long = []] = restated.skewness ?? []
  long[DAYS.indexOf(RESTATED)] = 0.0234
  await store.load(factorCsv(...rowsOf(restated, 'skewness', [RESTATED])))
  await loadPlain(
    store,
    restated,
    DAYS.filter((day) => day > BEFORE),
  )
  await publishPlain({ waive: [{ rule: 'restated', reason: 'The vendor corrected a day.' }] })
})
beforeEach(() => vi.stubEnv('PUBLISHING', 'desk'))
afterEach(() => {
  vi.unstubAllEnvs()
  forgetLatestVersion()
})

/** Returns the long–short return of the five days up to one, as it is printed, from the daily rows. */
function printedWeek([long = [], short = []]: number[][], last: string): string {
  const end = DAYS.indexOf(last) + 1
  const grown = (leg: number[]) => leg.slice(end - 5, end).reduce((nav, daily) => nav * (1 + daily), 1)
  const percent = (100 * (grown(long) - grown(short))).toFixed(2)
  return percent.startsWith('-') ? percent.replace('-', '−') : `+${percent}`
}

/** Returns the long–short return of the week on a page. */
async function shownOn(path: string, drafts: boolean): Promise<string | undefined> {
  forgetLatestVersion()
  const page = await inScope(await withPublishedDates({ ...EVERYTHING, drafts }), () => openPage(path))
  return /<td[^>]*data-cell="skewness\.longShort\.week"[^>]*>(.*?)<\/td>/.exec(page)?.[1]?.replaceAll(/<[^>]+>/g, '')
}

it('is read as of the version of its edition, and the newest week as of that of its own', async () => {
  const [old, now] = [returns.skewness ?? [], restated.skewness ?? []]
  expect(printedWeek(old, BEFORE)).not.toBe(printedWeek(now, BEFORE))
  expect(await shownOn(`/weeks/${BEFORE}`, false)).toContain(printedWeek(old, BEFORE))
  expect(await shownOn(`/weeks/${BEFORE}`, true)).toContain(printedWeek(now, BEFORE))
  expect(await shownOn('/', false)).toContain(printedWeek(now, WEEK))
})

it('is as its correction has it', async () => {
  const waive = [{ rule: 'restated', reason: 'The vendor corrected a day.' }]
  await publishPlain({ week: BEFORE, reason: 'The vendor corrected a day.', waive })
  expect(await shownOn(`/weeks/${BEFORE}`, false)).toContain(printedWeek(restated.skewness ?? [], BEFORE))
})
