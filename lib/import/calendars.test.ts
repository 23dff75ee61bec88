/** Tests closures as rows of the catalogue: how they are loaded, and what they mean for the rows of a market. */
import { describe, expect, it } from 'vitest'
import { getCalendars } from '@/lib/calendar/get-calendars'
import { readReadyClosures, readyExchanges } from '@/lib/calendar/ready-calendars'
import { dayKind } from '@/lib/calendar/trading-calendar'
import { verifyStore } from '@/lib/cli/verify'
import { sampleStore } from '@/lib/testing/database/test-store'
import { factorCsv, SAMPLE_CATALOGUE } from '@/lib/testing/import/sample-files'

const store = sampleStore('database')
const TODAY = '2028-12-31'

const closuresCsv = (...rows: string[]) => ['market,date,kind,name', ...rows, ''].join('\n')
/** Loads closures in JSON, which needs no process of its own to be read. */
const loadClosures = (...rows: string[]) => store.loadCatalogue({ ...SAMPLE_CATALOGUE, closures: rows.map(closureOf) })
/** Loads a market in JSON. */
const loadMarket = (fields: Record<string, unknown>) =>
  store.loadCatalogue({ ...SAMPLE_CATALOGUE, markets: [{ ...SAMPLE_CATALOGUE.markets[0], ...fields }] })
const load = (content: string, options = {}) => store.load(content, { today: TODAY, ...options })
const remedies = async (content: string) => (await load(content)).faults.map(({ rule, remedy }) => [rule, remedy])
const dayOf = (date: string, code = 'skewness') => factorCsv(`${date},${code},0.012,0.002,0.007`)
const kindOf = async (version: number, market: string, date: string) => {
  const calendar = (await getCalendars({ version })).get(market)
  return calendar && dayKind(calendar, date)
}

function closureOf(row: string) {
  const [market, date, kind, name] = row.split(',')
  return { market, date, kind, name: name || null }
}

describe('the closures that come with the product', () => {
  it('are those of the files in prisma/calendars, since before the first load', async () => {
    await store.loadCatalogue({ ...SAMPLE_CATALOGUE, markets: marketsOf(readyExchanges()) })
    const calendars = await getCalendars({ version: 2 })
    for (const exchange of readyExchanges()) {
      expect([...(calendars.get(exchange)?.closures.values() ?? [])].sort(byDate)).toEqual(readReadyClosures(exchange))
    }
    expect(await kindOf(1, 'CN', '2024-02-09')).toBe('closed')
  })

  it('are loaded again without a change from the same file', async () => {
    const csv = closuresCsv(...readReadyClosures('XTKS').map(({ date, kind }) => `XTKS,${date},${kind},`))
    expect(await load(csv)).toMatchObject({ version: null, rowsNew: 0, rowsRestated: 0, faults: [] })
  })
})

function marketsOf(exchanges: string[]) {
  return [
    ...SAMPLE_CATALOGUE.markets,
    ...exchanges.map((code) => ({ code, nameZh: code, nameEn: code, calendar: code })),
  ]
}

function byDate(a: { date: string }, b: { date: string }) {
  return a.date < b.date ? -1 : 1
}

describe('a year whose closures are not known', () => {
  it('refuses nothing', async () => {
    const rows = ['2027-01-01', '2027-01-02', '2027-01-04'].map((date) => `${date},skewness,0.012,0.002,0.007`)
    expect(await load(factorCsv(...rows))).toMatchObject({ rowsNew: 3, faults: [] })
  })

  it('refuses closed days by name once they are known, and days of weekends', async () => {
    expect(await loadClosures('CN,2027-01-01,closed,New Year')).toMatchObject({ version: 2, rowsNew: 1 })
    expect(await remedies(dayOf('2027-01-01'))).toEqual([
      ['not-a-trading-day', 'Remove the row: CN was closed on 2027-01-01 (New Year).'],
    ])
    expect(await remedies(dayOf('2027-01-02'))).toEqual([
      ['not-a-trading-day', 'Remove the row: 2027-01-02 is on a weekend.'],
    ])
    expect(await load(dayOf('2027-01-04'))).toMatchObject({ rowsNew: 1, faults: [] })
    expect(await kindOf(1, 'CN', '2027-01-01')).toBe('unknown')
  })

  it('before the first known one is as free', async () => {
    await store.loadCatalogue(withSeries({ inception: '1990-12-19' }))
    expect(await load(dayOf('1990-12-22'))).toMatchObject({ rowsNew: 1, faults: [] })
    expect((await load(dayOf('1991-01-01'))).faults).toMatchObject([{ rule: 'not-a-trading-day' }])
  })
})

function withSeries(fields: Record<string, unknown>) {
  const [first, ...rest] = SAMPLE_CATALOGUE.factors
  return { ...SAMPLE_CATALOGUE, factors: [{ ...first, ...fields }, ...rest] }
}

describe('closures that arrive', () => {
  it('are refused where the store has rows, and name their series', async () => {
    await load(dayOf('2027-02-08'))
    const { faults, rowsNew } = await load(
      closuresCsv('XSHG,2027-02-05,closed,', 'XSHG,2027-02-08,closed,Spring Festival'),
    )
    expect(rowsNew).toBe(0)
    expect(faults).toMatchObject([
      {
        row: 3,
        column: 'date',
        value: '2027-02-08',
        rule: 'catalogue-contradiction',
        remedy: 'The store has rows of CN on 2027-02-08 (skewness): withdraw them first, or correct the calendar.',
      },
    ])
  })

  it('warn of trading days that no series has', async () => {
    await load(factorCsv(...['2027-01-05', '2027-01-07'].map((date) => `${date},skewness,0.012,0.002,0.007`)))
    const { warnings } = await loadClosures('XSHG,2027-01-01,closed,New Year')
    expect(warnings).toMatchObject([
      { rule: 'gap-of-trading-days', series: 'CN', from: '2027-01-06', to: '2027-01-06' },
    ])
  })

  it('are replaced by date: a session undoes a closure, for one market alone', async () => {
    await loadClosures('CN,2024-02-09,session,')
    expect([await kindOf(2, 'CN', '2024-02-09'), await kindOf(1, 'CN', '2024-02-09')]).toEqual(['trading', 'closed'])
    expect(await loadClosures('CN,2024-02-09,closed,Eve')).toMatchObject({ rowsNew: 0, rowsRestated: 1 })
    expect(await kindOf(3, 'CN', '2024-02-09')).toBe('closed')
    expect(await verifyStore()).toEqual([])
  })

  it.each([
    ['market', 'Chinna,2027-01-01,closed,', /^Write the code of a market \(CN\) or of an exchange, such as XSHG\.$/],
    ['kind', 'CN,2027-01-01,open,', /^Write closed or session\.$/],
    ['date', 'CN,2027-02-30,closed,', /^Write a date that exists/],
  ])('with a wrong %s are refused', async (column, row, remedy) => {
    const { faults } = await load(closuresCsv(row))
    expect(faults).toMatchObject([{ row: 2, column, remedy: expect.stringMatching(remedy) }])
  })

  it('twice for a day are refused', async () => {
    const { faults } = await load(closuresCsv('CN,2027-01-01,closed,', 'CN,2027-01-01,session,'))
    expect(faults).toMatchObject([
      { row: 3, rule: 'catalogue-duplicate', remedy: 'Row 2 has the same; keep one of the two.' },
    ])
  })
})

describe('a market', () => {
  const marketsCsv = (...rows: string[]) => ['code,nameZh,nameEn,dailyReturnMax,calendar', ...rows, ''].join('\n')

  it('changes its calendar where no row contradicts it', async () => {
    await load(dayOf('2024-08-29'))
    expect(await loadMarket({ calendar: 'XHKG' })).toMatchObject({ rowsRestated: 1, faults: [] })
    expect(await kindOf(3, 'CN', '2024-04-01')).toBe('closed')
    const { faults } = await load(dayOf('2024-04-01'))
    expect(faults).toMatchObject([{ rule: 'not-a-trading-day' }])
  })

  it('keeps it where a row does', async () => {
    await load(dayOf('2024-04-01'))
    const { faults } = await load(marketsCsv('CN,A 股,China A-shares,,XHKG'))
    expect(faults).toMatchObject([{ column: 'calendar', value: '2024-04-01', rule: 'catalogue-contradiction' }])
  })

  it('without the column keeps what it has, with an empty cell has none', async () => {
    const names = 'code,nameZh,nameEn,dailyReturnMax\nCN,A 股,Mainland China,\n'
    expect(await load(names)).toMatchObject({ rowsRestated: 1, faults: [] })
    expect(await kindOf(2, 'CN', '2024-02-09')).toBe('closed')
    await load(marketsCsv('CN,A 股,Mainland China,,'))
    expect(await kindOf(3, 'CN', '2024-02-09')).toBe('unknown')
    expect(await verifyStore()).toEqual([])
  })

  it('cannot name a calendar without closures', async () => {
    const { faults } = await load(marketsCsv('CN,A 股,China A-shares,,XSGH'))
    expect(faults).toMatchObject([
      {
        column: 'calendar',
        remedy:
          'No closures of it are known: load them first, or name one of XETR, XHKG, XLON, XNYS, XSHG, XTAI, XTKS.',
      },
    ])
  })

  it('is given to a series that has no rows yet', async () => {
    await loadMarket({ code: 'HK', nameZh: '港股', nameEn: 'Hong Kong', calendar: 'XHKG' })
    expect(await store.loadCatalogue(withSeries({ marketCode: 'HK' }))).toMatchObject({ rowsRestated: 1, faults: [] })
    await load(dayOf('2024-08-29'))
    expect((await store.loadCatalogue(withSeries({ marketCode: 'CN' }))).faults).toMatchObject([
      { rule: 'catalogue-contradiction' },
    ])
  })
})
