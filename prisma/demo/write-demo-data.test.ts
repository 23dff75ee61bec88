import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { beforeAll, expect, test } from 'vitest'
import { mondayOf } from '@/lib/base/dates'
import { type CatalogueFile, catalogueSchema } from '@/lib/catalogue/catalogue-schema'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { demoFiles } from '@/lib/testing/demo/demo-files'
import { type DemoRows, readDemoRows, readRows } from '@/lib/testing/demo/demo-rows'
import { writeAndReadDemo } from '@/lib/testing/demo/write-and-read-demo'
import { sampleOf } from '@/lib/testing/run/run-mode'

let demo: DemoRows
let catalogue: CatalogueFile

beforeAll(async () => {
  demo = await readDemoRows(await demoFiles())
  catalogue = catalogueSchema.parse(JSON.parse(demo.texts[0]))
})

test('a second run gives the same bytes', async () => {
  expect((await writeAndReadDemo()).texts).toEqual(demo.texts)
})

test.each(sampleOf('time zones', ['Pacific/Kiritimati', 'America/Los_Angeles'], 1))(
  'the bytes are the same in %s',
  (zone) => {
    const script = `
    import { writeAndReadDemo } from './lib/testing/demo/write-and-read-demo.ts'
    import { createHash } from 'node:crypto'
    console.log(createHash('sha256').update((await writeAndReadDemo()).texts.join('')).digest('hex'))`
    const output = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    })
    expect(output.trim()).toBe(createHash('sha256').update(demo.texts.join('')).digest('hex'))
  },
)

test('the files of returns are plain CSV: sorted, eight decimals, no negative zero', () => {
  const [, factorReturns, portfolioReturns] = demo.texts
  expect(factorReturns).toMatch(/^date,series,long,short,benchmark\n(\d{4}-\d\d-\d\d,[a-z0-9-]+(,-?0\.\d{8}){3}\n)+$/)
  expect(portfolioReturns).toMatch(/^date,series,portfolio,benchmark\n(\d{4}-\d\d-\d\d,[a-z0-9-]+(,-?0\.\d{8}){2}\n)+$/)
  expect(factorReturns + portfolioReturns).not.toContain(',-0.00000000')
  for (const rows of [demo.factors, demo.portfolios]) {
    const dates = rows.map(({ date }) => date)
    expect(dates).toEqual([...dates].sort())
  }
})

test('returns and catalogue name the same series in the same order', () => {
  const lastDay = (rows: { date: string; series: string }[]) =>
    rows.filter(({ date }) => date === '2024-08-30').map(({ series }) => series)
  expect(lastDay(demo.factors)).toEqual(catalogue.factors.map(({ code }) => code))
  expect(lastDay(demo.portfolios)).toEqual(catalogue.portfolios.map(({ code }) => code))
  expect(catalogue.factors.map(({ position }) => position)).toEqual([...Array(14).keys()].map((index) => index + 1))
})

test('inception is the first day with returns', () => {
  for (const { code, inception } of [...catalogue.factors, ...catalogue.portfolios]) {
    const first = [...demo.factors, ...demo.portfolios].find(({ series }) => series === code)
    expect(first?.date, code).toBe(inception)
  }
})

test('Chinese text has full-width punctuation, and names differ between the languages', () => {
  for (const { descriptionZh, universeZh, nameZh, nameEn } of catalogue.factors) {
    expect(descriptionZh).toMatch(/^[^,;:?!]+。$/)
    expect(universeZh).not.toMatch(/[,;:]/)
    expect(nameZh).not.toBe(nameEn)
  }
})

test('there is one report issue for each week, published on the next trading day', () => {
  const weeks = new Set(shanghaiDays('2014-01-02', '2024-08-30').map(mondayOf))
  expect(catalogue.reportIssues).toHaveLength(weeks.size)
  for (const { weekEnd, issueDate } of catalogue.reportIssues) {
    expect(shanghaiDays(weekEnd, issueDate), weekEnd).toEqual([weekEnd, issueDate])
    expect(mondayOf(issueDate) > mondayOf(weekEnd) && shanghaiDays(issueDate, issueDate).length === 1, weekEnd).toBe(
      true,
    )
  }
})

test('an issue names the two before it, newest first', () => {
  const [first, second] = catalogue.reportIssues
  expect(first).toMatchObject({ weekEnd: '2014-01-03', issueDate: '2014-01-06', related: [] })
  expect(second?.related.map(({ date }) => date)).toEqual(['2014-01-03'])
  expect(catalogue.reportIssues.at(-1)).toMatchObject({
    weekEnd: '2024-08-30',
    issueDate: '2024-09-02',
    related: [
      { date: '2024-08-23', titleZh: '高频选股因子周报：2024 年 8 月 19 日至 23 日' },
      { date: '2024-08-16', titleEn: 'High-frequency factor weekly: 12 to 16 August 2024' },
    ],
  })
})

test('titles repeat the month or the year only when it changes', () => {
  const titles = catalogue.reportIssues.flatMap(({ related }) => related)
  expect(titles).toContainEqual({
    date: '2024-08-02',
    titleZh: '高频选股因子周报：2024 年 7 月 29 日至 8 月 2 日',
    titleEn: 'High-frequency factor weekly: 29 July to 2 August 2024',
  })
  expect(titles).toContainEqual({
    date: '2020-01-03',
    titleZh: '高频选股因子周报：2019 年 12 月 30 日至 2020 年 1 月 3 日',
    titleEn: 'High-frequency factor weekly: 30 December 2019 to 3 January 2020',
  })
})

test('a Chinese text has a space between Chinese characters and Latin letters or digits', () => {
  const texts = JSON.stringify(catalogue).match(/"[^"]*\p{Script=Han}[^"]*"/gu) ?? []
  expect(texts.length).toBeGreaterThan(1000)
  expect(texts.filter((text) => /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{Script=Han}/u.test(text))).toEqual([])
})

test('an index that a portfolio is measured against has the returns of its benchmark', async () => {
  const paths = await demoFiles()
  const rows = readRows(await readFile(paths.indexReturns, 'utf8'))
  const indices = new Map(rows.map(({ date, series, return: daily }) => [`${date} ${series}`, daily]))
  expect(new Set(rows.map(({ series }) => series))).toEqual(new Set(catalogue.indices.map(({ code }) => code)))
  for (const { code, benchmarkCode, benchmarkNameEn } of catalogue.portfolios) {
    expect(catalogue.indices.find((index) => index.code === benchmarkCode)?.nameEn).toBe(benchmarkNameEn)
    const own = demo.portfolios.filter(({ series }) => series === code)
    expect(own.map(({ date }) => indices.get(`${date} ${benchmarkCode}`))).toEqual(
      own.map(({ benchmark }) => benchmark),
    )
  }
})
