import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { sampleOf } from '@/lib/testing/run/run-mode'
import { PUBLISHED_FACTORS, PUBLISHED_PORTFOLIOS } from '@/prisma/demo/published'
import { find, getAnswer, getPage, hrefsIn, textOf } from './client'

const FACTOR = '/factors/intraday-skewness'
const PAGES_WITH_TABLES = [
  '/weeks/2024-08-30',
  '/factors',
  FACTOR,
  '/portfolios/csi500-ai-enhanced',
  '/compare?series=intraday-skewness,csi500-ai-enhanced',
]
test('a page shows the API path for its data', async () => {
  const { document } = await getPage(`/en${FACTOR}?convention=geometric&from=2024-01-01&to=2024-06-28`)
  const address = /"(\/[^"]*)"/.exec(textOf(find(document, '[data-script="pandas"]')))?.[1] ?? ''
  expect(address).toContain('/daily.csv?from=2024-01-01&to=2024-06-28&convention=geometric')
  const [head, ...rows]: string[][] = parse(await (await getAnswer(address)).text())
  expect(head?.[0]).toBe('date')
  expect([rows[0]?.[0], rows.at(-1)?.[0]]).toEqual(['2024-01-02', '2024-06-28'])
})

for (const path of PAGES_WITH_TABLES) {
  test(`the tables of ${path} are there in each format`, async () => {
    const hrefs = hrefsIn((await getPage(path)).document, 'details a[href^="/api/v1/"]')
    expect(hrefs.length).toBeGreaterThan(6)
    for (const href of sampleOf(`files of ${path}`, hrefs, 6)) {
      const answer = await getAnswer(href)
      expect(answer.status, href).toBe(200)
      expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(50)
    }
  })
}

test('the API serves each path of its description, accepts its ETags and names wrong parameters', async () => {
  const described = z.object({ paths: z.record(z.string(), z.unknown()) })
  const { paths } = described.parse(await (await getAnswer('/api/v1/openapi.json')).json())
  for (const path of Object.keys(paths).filter((each) => each.endsWith('.{format}'))) {
    const code = path.startsWith('/portfolios') ? 'csi500-ai-enhanced' : 'intraday-skewness'
    const query = /statistics|months|correlations/.test(path) ? '?series=intraday-skewness' : ''
    const address = `/api/v1${path.replace('{code}', code).replace('{format}', 'json')}${query}`
    const { status, headers } = await getAnswer(address)
    expect(status, address).toBe(200)
    const again = await getAnswer(address, { 'if-none-match': headers.get('etag') ?? '' })
    expect(again.status, address).toBe(304)
  }
  const bad = await getAnswer('/api/v1/summaries.json?asOf=2024-02-30')
  expect(bad.status).toBe(400)
  expect(await bad.json()).toMatchObject({ faults: [{ parameter: 'asOf', value: '2024-02-30' }] })
  const wrong = await getAnswer('/api/v1/factors.json', {}, 'POST')
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

test('the summaries of the published week are the published figures', async () => {
  const csv = await (await getAnswer('/api/v1/summaries.csv?asOf=2024-08-30')).text()
  const [head = [], ...rows]: string[][] = parse(csv)
  const cell = (row: string[], name: string) => row[head.indexOf(name)] ?? ''
  const figures = new Map(
    rows.map((row) => [
      `${cell(row, 'code')} ${cell(row, 'measure')}`,
      ['week', 'month', 'year'].map((name) => Math.round(Number(cell(row, name)) * 10_000) / 100),
    ]),
  )
  for (const { code, longShort, longExcess } of PUBLISHED_FACTORS) {
    expect(figures.get(`${code} longShort`)).toEqual([longShort.week, longShort.mtd, longShort.ytd])
    expect(figures.get(`${code} longExcess`)).toEqual([longExcess.week, longExcess.mtd, longExcess.ytd])
  }
  for (const { code, excess } of PUBLISHED_PORTFOLIOS)
    expect(figures.get(`${code} excess`)).toEqual([excess.week, excess.mtd, excess.ytd])
})
