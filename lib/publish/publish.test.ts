import { createElement } from 'react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { WeekStatusLine } from '@/components/publish/week-status-line'
import { newestReadable } from '@/lib/address/readable-version'
import { parseView } from '@/lib/address/view'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { verifyStore } from '@/lib/cli/verify'
import { prisma } from '@/lib/db/client'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { editionOf, getEditions, newestEdition } from '@/lib/editions/get-editions'
import { withPublishedDates } from '@/lib/editions/newest-published'
import { getReport } from '@/lib/report/build/get-report'
import { inScope } from '@/lib/scope/current-scope'
import { EVERYTHING } from '@/lib/scope/read-scope'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv } from '@/lib/testing/import/sample-files'
import { htmlOf, readApi, segmentOf } from '@/lib/testing/pages/in-process'
import { openPage } from '@/lib/testing/pages/open-page'
import {
  DAYS,
  loadPlain,
  type PlainReturns,
  plainReturns,
  publishPlain,
  rowsOf,
  WEEK,
} from '@/lib/testing/publish/publishable-week'
import { getEditionsPage } from './week/get-editions-page'
import { getWeekStatus } from './week/week-status'

const store = sampleStore()
const CN = { market: 'CN', asOf: WEEK }
const PAGE = `/weeks/${WEEK}/editions`

/** Versions: 1 the catalogue, 2 factors, 3 portfolio; 4 restates one leg of one day. */
const BEFORE = plainReturns()
const AFTER = restated(BEFORE)
const RESTATED_DAY = '2024-08-28'

beforeAll(() => loadPlain(store, BEFORE))
/** Runs as somebody who is shown no drafts, a moment later. */
async function forReaders<Result>(run: () => Promise<Result>): Promise<Result> {
  forgetLatestVersion()
  return inScope(await withPublishedDates({ ...EVERYTHING, drafts: false }), run)
}

beforeEach(() => vi.stubEnv('PUBLISHING', 'desk'))
afterEach(() => {
  vi.unstubAllEnvs()
  forgetLatestVersion()
})

function restated(returns: PlainReturns): PlainReturns {
  const [long = [], ...others] = returns.skewness ?? []
  const changed = long.map((value, day) => (DAYS[day] === '2024-08-28' ? 0.0123 : value))
  return { ...returns, skewness: [changed, ...others] }
}

/** Returns what the page of the week says of its publication, as of a data version. */
async function statusOf(version: number): Promise<string> {
  const view = parseView('en', await segmentOf(`?version=${version}`))
  const days = await getReportDays(version)
  if (view === null || days === null) throw new Error('no data')
  const report = await getReport({ ...view, days, asOf: WEEK })
  const status = await getWeekStatus(report, { days, editions: view.editions })
  const html = status === null ? '' : await htmlOf(createElement(WeekStatusLine, { status, asOf: WEEK, view }))
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

describe('before anything is published by hand', () => {
  it('a dry run says what the gate finds and writes nothing', async () => {
    const outcome = await publishPlain({}, { dryRun: true })
    expect(outcome).toMatchObject({ dryRun: true, version: null, number: 1, isReady: true, gate: [], documents: [] })
    expect(await prisma.edition.count()).toBe(0)
  })

  it('each complete week counts as published where weeks publish themselves, and no week at a desk', async () => {
    expect([await editionOf(CN), await newestEdition(CN)]).toEqual([null, null])
    vi.stubEnv('PUBLISHING', 'automatic')
    const automatic = { ...CN, state: 'published', version: 3, number: null, row: null }
    expect(await editionOf(CN)).toMatchObject(automatic)
    expect(await newestEdition(CN)).toMatchObject(automatic)
    expect(await editionOf({ ...CN, asOf: '2024-08-29' })).toBeNull()
  })

  it('the page of the week says nothing where weeks publish themselves, and that it is a draft at a desk', async () => {
    expect(await statusOf(3)).toBe(
      'Draft Not published yet; shown as of data version 3. Ready to publish. Editions Edit the texts',
    )
    vi.stubEnv('PUBLISHING', 'automatic')
    expect((await openPage(`/weeks/${WEEK}`)).includes('/editions')).toBe(false)
    expect((await openPage('/weeks')).includes('/editions')).toBe(false)
  })
})

describe('edition 1', () => {
  it('freezes the week with a document of each form and language', async () => {
    const outcome = await publishPlain()
    expect(outcome).toMatchObject({
      version: 3,
      number: 1,
      state: 'published',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(outcome.documents.map(({ form, locale }) => `${form} ${locale}`)).toEqual([
      'report zh',
      'report en',
      'one-page zh',
      'one-page en',
    ])
    expect(await editionOf(CN)).toMatchObject({ number: 1, state: 'published', version: 3 })
    expect(await newestEdition(CN)).toMatchObject({ asOf: WEEK, number: 1 })
    expect(await forReaders(newestReadable)).toMatchObject({ id: 3 })
    expect(await verifyStore()).toEqual([])
  })

  it('is said on the page of the week, in the archive and in the API', async () => {
    expect(await statusOf(3)).toMatch(
      /^Published Edition 1, \d{4}-\d\d-\d\d \d\d:\d\d UTC, by wang, data version 3\. Editions Edit the texts$/,
    )
    const client = { ...EVERYTHING, drafts: false, series: ['skewness'] }
    expect(await inScope(client, () => statusOf(3))).toMatch(/^Published Edition 1, .* data version 3\.$/)
    expect((await openPage('/weeks')).includes('Newest published week: 2024-08-30, edition 1')).toBe(true)
    const { rows } = await readApi('editions.json')
    expect(rows).toMatchObject([{ asOf: WEEK, number: 1, state: 'published', dataVersion: 3, publishedBy: 'wang' }])
  })

  it('is not published twice', async () => {
    await expect(publishPlain({ reason: 'again' })).rejects.toThrow('says the same')
  })
})

describe('edition 2, of restated data', () => {
  it('needs a reason, and its warnings waived by name', async () => {
    await store.load(factorCsv(...rowsOf(AFTER, 'skewness', [RESTATED_DAY])))
    const dry = await publishPlain({ reason: 'The vendor corrected a day.' }, { dryRun: true })
    expect(dry.isReady).toBe(false)
    expect(new Set(dry.gate.map(({ rule }) => rule))).toEqual(new Set(['restated']))
    await expect(publishPlain({ reason: 'The vendor corrected a day.' })).rejects.toThrow('restated')
    const waive = [{ rule: 'restated', reason: 'Checked with the vendor.' }]
    await expect(publishPlain({ waive })).rejects.toThrow('--reason')
    await expect(publishPlain({ reason: 'x', waive: [{ rule: 'first-week', reason: 'x' }] })).rejects.toThrow(
      'nothing to waive',
    )
    expect(await statusOf(4)).toMatch(
      /This page has newer data \(version 4\): \d+ printed figures differ from the edition\. \d+ warnings to waive/,
    )
    // The changed series is not in this scope.
    const limited = { ...EVERYTHING, series: ['network'] }
    expect(await inScope(limited, () => statusOf(4))).toContain('(version 4): no printed figure differs')
    const outcome = await publishPlain({ reason: 'The vendor corrected a day.', waive })
    expect(outcome).toMatchObject({ version: 4, number: 2, state: 'corrected' })
    expect((await editionOf(CN))?.row?.waivers).toMatchObject([
      { rule: 'restated', reason: 'Checked with the vendor.' },
    ])
    expect(await verifyStore()).toEqual([])
  })

  it('lists exactly the figures whose print changed, as plain loops over the daily data find them', async () => {
    const days = await getReportDays(4)
    if (days === null) throw new Error('no data')
    const shown = { version: 4, locale: 'en', convention: 'arithmetic', days, asOf: WEEK } as const
    const { editions } = await getEditionsPage(shown)
    const changes = editions[0]?.figures ?? []
    const listed = changes.map(({ code, measure, column, before, after }) => [
      `${code}.${measure}.${column}`,
      before,
      after,
    ])
    const known = new Map(listed.map(([cell, ...values]) => [cell, values]))
    const expected = CELLS.flatMap(([cell, figure]) => {
      const [before, after] = [figure(BEFORE), figure(AFTER)]
      return before === after ? [] : [[cell, [before, after]] as const]
    })
    expect(expected.length).toBeGreaterThan(4)
    for (const [cell, values] of expected) expect(known.get(cell), cell).toEqual(values)
    const ofLoops = new Set(CELLS.map(([cell]) => cell))
    const others = listed.filter(([cell]) => ofLoops.has(String(cell)))
    expect(others.length).toBe(expected.length)
    expect(changes.every(({ code, before, after }) => code === 'skewness' && before !== after)).toBe(true)
    const html = await openPage(PAGE)
    for (const [cell] of expected) expect(html.includes(`data-cell="${cell}"`), cell).toBe(true)
    expect(html.includes('Checked with the vendor.')).toBe(true)
  })

  it('leaves the documents of edition 1 as they were', async () => {
    const [second, first] = await getEditions(CN)
    expect(first?.documents).toHaveLength(4)
    expect(second?.documents.map(({ sha256 }) => sha256)).not.toEqual(first?.documents.map(({ sha256 }) => sha256))
    expect(await prisma.editionDocument.count()).toBe(8)
  })
})

describe('with two people', () => {
  beforeEach(() => vi.stubEnv('REVIEW', 'two-people'))
  const REASON = { reason: 'x', convention: 'geometric' }

  it('a week is submitted, and published by somebody else as of the same data', async () => {
    await expect(publishPlain(REASON)).rejects.toThrow('has not been submitted for review')
    expect(await publishPlain({ action: 'review' })).toMatchObject({ state: 'in-review', version: 4, number: null })
    forgetLatestVersion()
    expect(await statusOf(4)).toMatch(/^In review Submitted for review by wang, /)
    await expect(publishPlain(REASON)).rejects.toThrow('wang submitted the week')
    await store.load(factorCsv('2024-09-02,network,0.001,0.002,0.003'), { today: '2024-09-02' })
    await expect(publishPlain(REASON, { publishedBy: 'li' })).rejects.toThrow('Data version 4 was submitted')
    await publishPlain({ action: 'review' })
    expect(await publishPlain(REASON, { publishedBy: 'li' })).toMatchObject({ number: 3, state: 'corrected' })
    expect(await editionOf(CN)).toMatchObject({ row: { draftedBy: 'wang', publishedBy: 'li' } })
    expect(await prisma.weekDraft.findMany()).toMatchObject([{ state: 'draft', revision: 3 }])
  })
})

describe('a withdrawal', () => {
  it('is on record with its reason, and the week is no longer the newest published one', async () => {
    const outcome = await publishPlain({ action: 'withdraw', reason: 'Wrong universe.' })
    expect(outcome).toMatchObject({ number: 4, state: 'withdrawn', documents: [] })
    expect(await editionOf(CN)).toMatchObject({ state: 'withdrawn', row: { reason: 'Wrong universe.' } })
    expect(await newestEdition(CN)).toBeNull()
    expect(await forReaders(newestReadable)).toMatchObject({ id: 0 })
    expect(await statusOf(5)).toMatch(/^Withdrawn Number 4, .*Reason: Wrong universe\./)
    expect((await openPage(`/weeks/${WEEK}`)).includes('data-state="withdrawn"')).toBe(true)
    await expect(publishPlain({ action: 'withdraw', reason: 'x' })).rejects.toThrow('withdrawn already')
    vi.stubEnv('PUBLISHING', 'automatic')
    expect(await newestEdition(CN)).toMatchObject({ asOf: '2024-08-23', number: null })
    expect(await verifyStore()).toEqual([])
  })
})

/** What the loops compare: legs of the window's days, compounded and subtracted, as printed. */
const MONTHS = [...new Set(DAYS.filter((day) => day >= '2024-01-01').map((day) => day.slice(0, 7)))]
const WINDOWS: Record<string, (day: string) => boolean> = {
  week: (day) => day >= '2024-08-26',
  month: (day) => day >= '2024-08-01',
  quarter: (day) => day >= '2024-07-01',
  year: (day) => day >= '2024-01-01',
}
const PAIRS: [code: string, measure: string, leg: number, against: number][] = [
  ['skewness', 'longShort', 0, 1],
  ['skewness', 'longExcess', 0, 2],
  ['network', 'longShort', 0, 1],
  ['network', 'longExcess', 0, 2],
  ['enhanced', 'excess', 0, 1],
]
const CELLS: [cell: string, figure: (returns: PlainReturns) => string][] = PAIRS.flatMap(
  ([code, measure, leg, against]) => {
    const over = (returns: PlainReturns, isIn: (day: string) => boolean) => {
      let [own, other] = [1, 1]
      DAYS.forEach((day, index) => {
        if (!isIn(day)) return
        own *= 1 + Number(returns[code]?.[leg]?.[index])
        other *= 1 + Number(returns[code]?.[against]?.[index])
      })
      return own - other
    }
    const windows = Object.entries(WINDOWS)
      // Quarter and longer windows are of the first measure of a row alone.
      .filter(([name]) => name !== 'quarter' || measure !== 'longExcess')
      .map(([name, isIn]): [string, (returns: PlainReturns) => string] => [
        `${code}.${measure}.${name}`,
        (returns) => percent(over(returns, isIn)),
      ])
    const monthly = (returns: PlainReturns) => {
      const wins = MONTHS.filter((month) => over(returns, (day) => day.startsWith(month)) > 0).length
      return `${wins}/${MONTHS.length}`
    }
    return code === 'enhanced' ? windows : [...windows, [`${code}.${measure}.wins`, monthly]]
  },
)

/** Two decimals with a sign, a minus being U+2212; the sample has no tie. */
function percent(value: number): string {
  const digits = Math.abs(value * 100).toFixed(2)
  if (Number(digits) === 0) return digits
  return `${value > 0 ? '+' : '−'}${digits}`
}
