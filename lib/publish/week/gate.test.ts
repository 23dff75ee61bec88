/** What the gate finds in weeks with one fault each, on a real database. */
import { beforeEach, describe, expect, it } from 'vitest'
import { getReportDays } from '@/lib/analysis/weeks/report-days'
import { latestVersion } from '@/lib/db/latest-version'
import { getReport } from '@/lib/report/build/get-report'
import { figuresOf } from '@/lib/report/text/figures-of'
import { sampleStore, type TestStore } from '@/lib/testing/database/test-store'
import { factorCsv, portfolioCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'
import { DAYS, loadPlain, plainReturns, publishPlain, rowsOf, WEEK } from '@/lib/testing/publish/publishable-week'
import { textsOf } from './texts-of'
import { unboundFigures } from './unbound-figures'

const RETURNS = plainReturns()
const LAST_DAYS = DAYS.slice(-5)
const store = sampleStore('database')

/** Returns the findings of a dry run as "rule: text". */
async function found(week = WEEK): Promise<string[]> {
  const { gate } = await publishPlain({ week }, { dryRun: true })
  return gate.map(({ rule, text }) => `${rule}: ${text}`)
}

const loadPortfolio = () => store.load(portfolioCsv(...rowsOf(RETURNS, 'enhanced')))

it('finds nothing in a plain week', async () => {
  await loadPlain(store, RETURNS)
  expect(await found()).toEqual([])
})

it('blocks a series that lacks days of the week, and not one that lacks earlier days', async () => {
  const days = DAYS.filter((day) => !['2024-08-20', '2024-08-27', '2024-08-30'].includes(day))
  const early = DAYS.filter((day) => day !== '2024-08-20')
  await store.load(factorCsv(...rowsOf(RETURNS, 'skewness', days), ...rowsOf(RETURNS, 'network', early)))
  await loadPortfolio()
  expect(await found()).toEqual(['series-missing: Factor has no data for 2024-08-27, 2024-08-30.'])
})

it('blocks a series of which a leg has stopped', async () => {
  const stopped = RETURNS.skewness?.map((leg, at) =>
    at === 1 ? leg.map((value, day) => (day > DAYS.length - 4 ? 0.001 : value)) : leg,
  )
  await loadPlain(store, { ...RETURNS, skewness: stopped ?? [] })
  expect(await found()).toEqual(['series-stale: Factor has repeated a value for 3 trading days, up to 2024-08-30.'])
})

it('blocks a week that is not over, in every kind of week', async () => {
  await loadPlain(store, RETURNS, DAYS.slice(0, -1))
  expect(await found()).toEqual(['week-incomplete: The data end on 2024-08-29, and trading days of the week follow.'])
})

describe('a day of nothing but zeros', () => {
  const zeros = LAST_DAYS.slice(1, 2)
  const row = `${zeros[0]},enhanced,0,0`
  const others = DAYS.filter((day) => day !== zeros[0])

  it('passes where its load accepted it', async () => {
    await loadPlain(store, RETURNS, others)
    await fill(store)
    await store.load(portfolioCsv(row))
    expect(await found()).toEqual([])
  })

  it('blocks where its load accepted nothing, as loads before there were holds', async () => {
    await loadPlain(store, RETURNS, others)
    await fill(store)
    await store.load(portfolioCsv(row), { accept: ['zero-day', 'repeated-day', 'zero-leg'] })
    const { id } = await latestVersion()
    await acceptNothing(id)
    expect(await found()).toEqual([
      `hold-not-accepted: Every return of ${zeros[0]} is zero, and no load accepted this.`,
    ])
  })

  /** Loads the factors on that day. */
  async function fill(into: TestStore) {
    await into.load(factorCsv(...rowsOf(RETURNS, 'skewness', zeros), ...rowsOf(RETURNS, 'network', zeros)))
  }
})

/** Makes a load one that accepted nothing, past the triggers. */
async function acceptNothing(version: number): Promise<void> {
  const { prisma } = await import('@/lib/db/client')
  await prisma.$transaction([
    prisma.$executeRawUnsafe('set local session_replication_role = replica'),
    prisma.$executeRawUnsafe(`update data_version set accepted = '{}' where id = ${version}`),
  ])
}

it('warns of the first week of a series and of an outlier', async () => {
  const [skewness, network] = SAMPLE_CATALOGUE.factors
  await store.loadCatalogue({ ...SAMPLE_CATALOGUE, factors: [skewness, { ...network, inception: '2024-08-27' }] })
  const jump = RETURNS.skewness?.map((leg, at) =>
    at === 0 ? leg.map((value, day) => (day === DAYS.length - 2 ? 0.3 : value)) : leg,
  )
  const returns = { ...RETURNS, skewness: jump ?? [] }
  await store.load(factorCsv(...rowsOf(returns, 'skewness'), ...rowsOf(returns, 'network', DAYS.slice(-4))))
  await loadPortfolio()
  expect((await found()).map((finding) => finding.split(':')[0])).toEqual(['first-week', 'outlying', 'outlying'])
})

describe('the figures of the texts', () => {
  beforeEach(() => loadPlain(store, RETURNS))

  it('all belong to cells and equal them, and a changed or typed one is found', async () => {
    const days = await getReportDays(3)
    if (days === null) throw new Error('no data')
    const report = await getReport({ version: 3, locale: 'en', convention: 'arithmetic', days, asOf: WEEK })
    const [texts, figures] = [textsOf(report), figuresOf(report)]
    const count = texts.keyPoints.flatMap(({ text }) => text).filter(({ kind }) => kind === 'figure').length
    expect(count).toBeGreaterThan(2)
    expect(unboundFigures(texts, figures)).toEqual([])
    const typed = { kind: 'figure', cell: 'skewness.longShort.decade', value: 0.1, form: 'signed' } as const
    const changed = { ...typed, cell: 'skewness.longShort.week' }
    const edited = { ...texts, keyPoints: [{ label: 'x', text: [typed, changed] }] }
    expect(unboundFigures(edited, figures)).toEqual([
      { written: '+10.00%', cell: 'skewness.longShort.decade', reason: 'unbound' },
      { written: '+10.00%', cell: 'skewness.longShort.week', reason: 'changed' },
    ])
  })
})
