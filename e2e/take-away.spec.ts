import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import type { Locator, Page } from 'playwright/test'
import readXlsxFile from 'read-excel-file/node'
import { z } from 'zod'
import { pngSize, pngTones } from '@/lib/testing/charts/read-png'
import { PUBLISHED_FACTORS, PUBLISHED_PORTFOLIOS } from '@/prisma/demo/published'
import { expect, test } from './fixtures'
import { rawRequest } from './http/raw-request'

const FACTOR = '/factors/intraday-skewness'
const PAGES_WITH_TABLES = [
  '/weeks/2024-08-30',
  '/factors',
  FACTOR,
  '/portfolios/csi500-ai-enhanced',
  '/compare?series=intraday-skewness,csi500-ai-enhanced',
]
const rowsSchema = z.object({
  rows: z.array(z.object({ date: z.string(), long: z.number(), short: z.number(), relativeStrength: z.number() })),
})

test("a figure's files say the same as the page", async ({ page, request }) => {
  await page.goto(FACTOR)
  const figure = lineFigure(page)
  await figure.getByRole('button', { name: /导出/ }).click()
  const shown = (await figure.locator('table tbody tr').last().locator('td').textContent()) ?? ''
  const get = async (name: string) =>
    (await request.get((await figure.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '')).body()
  const svg = (await get('SVG')).toString()
  for (const text of ['日内高频偏度：多空相对强弱', '演示数据', '2024-08-30', `>${shown}<`]) expect(svg).toContain(text)
  const png = await get('PNG')
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  expect(pngSize(png)).toEqual({ widthPx: 2 * Number(width), heightPx: 2 * Number(height) })
  expect(pngTones(png)).toBeGreaterThan(50)
  const api = rowsSchema.parse(await (await request.get('/api/v1/factors/intraday-skewness/daily.json')).json()).rows
  const lines: string[][] = parse(await get('CSV'), { bom: true })
  expect(lines.slice(2).map(([date]) => date)).toEqual(api.map(({ date }) => date))
  const [sheet] = await readXlsxFile(await get('XLSX'))
  expect(sheet?.data.at(-1)).toEqual([new Date('2024-08-30'), Number(lines.at(-1)?.[1])])
  let [long, short] = [1, 1]
  for (const [place, row] of api.entries()) {
    long *= 1 + row.long
    short *= 1 + row.short
    expect(Math.abs(Number(lines[place + 2]?.[1]) / (long / short) - 1)).toBeLessThan(1e-11)
    expect(Math.abs(row.relativeStrength / (long / short) - 1)).toBeLessThan(1e-11)
  }
})

test('what is compressed once and kept comes out as what is not', async ({ page, baseURL }) => {
  await page.goto('/')
  const sheet = await page.locator('img.chart-window').first().getAttribute('src')
  for (const path of [String(sheet), '/api/v1/factors/intraday-skewness/daily.json', '/api/v1/summaries.csv']) {
    const ask = (accepted: string) =>
      rawRequest(String(baseURL), { path, headers: { 'accept-encoding': accepted, 'x-may-encode': 'gzip' } })
    const [packed, plain, refused] = [await ask('br, gzip'), await ask('identity'), await ask('gzip;q=0')]
    expect([packed, plain, refused].map(({ headers }) => headers['content-encoding'])).toEqual([
      'gzip',
      undefined,
      undefined,
    ])
    expect(gunzipSync(packed.bytes).equals(plain.bytes), path).toBe(true)
    expect(refused.bytes.equals(plain.bytes), path).toBe(true)
  }
})

test('a figure is copied as a picture', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(FACTOR)
  const figure = lineFigure(page)
  await figure.getByRole('button', { name: /导出/ }).click()
  await figure.getByRole('button', { name: '复制图片' }).click()
  await expect(figure.getByRole('button', { name: '已复制' })).toBeVisible()
  const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => [...types]))
  expect(types).toContain('image/png')
})

test('a page shows the address that a script would call, for what it shows', async ({ page, request }) => {
  await page.goto(`/en${FACTOR}?convention=geometric&from=2024-01-01&to=2024-06-28`)
  await page.locator('summary', { hasText: 'Data files and scripts' }).click()
  const line = page.locator('[data-script="pandas"]')
  await expect(line).toContainText('http')
  const address = /"(http[^"]*)"/.exec((await line.textContent()) ?? '')?.[1] ?? ''
  expect(address).toContain('/daily.csv?from=2024-01-01&to=2024-06-28&convention=geometric')
  const [head, ...rows]: string[][] = parse(await (await request.get(address)).text())
  expect(head?.[0]).toBe('date')
  expect([rows[0]?.[0], rows.at(-1)?.[0]]).toEqual(['2024-01-02', '2024-06-28'])
})

for (const path of PAGES_WITH_TABLES) {
  test(`every table of ${path} is there in each format`, async ({ page, request }) => {
    await page.goto(path)
    const links = page.locator('details a[href^="/api/v1/"]')
    const hrefs = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
    expect(hrefs.length).toBeGreaterThan(6)
    for (const href of hrefs) {
      const response = await request.get(href)
      expect(response.status(), href).toBe(200)
      expect((await response.body()).length).toBeGreaterThan(50)
    }
  })
}

test('the API serves each path of its description, knows its ETags and names what is wrong', async ({ request }) => {
  const described = z.object({ paths: z.record(z.string(), z.unknown()) })
  const { paths } = described.parse(await (await request.get('/api/v1/openapi.json')).json())
  for (const path of Object.keys(paths).filter((each) => each.endsWith('.{format}'))) {
    const code = path.startsWith('/portfolios') ? 'csi500-ai-enhanced' : 'intraday-skewness'
    const query = /statistics|months|correlations/.test(path) ? '?series=intraday-skewness' : ''
    const address = `/api/v1${path.replace('{code}', code).replace('{format}', 'json')}${query}`
    const response = await request.get(address)
    expect(response.status(), address).toBe(200)
    const headers = { 'if-none-match': response.headers().etag ?? '' }
    expect((await request.get(address, { headers })).status(), address).toBe(304)
  }
  const bad = await request.get('/api/v1/summaries.json?asOf=2024-02-30')
  expect(bad.status()).toBe(400)
  expect(await bad.json()).toMatchObject({ faults: [{ parameter: 'asOf', value: '2024-02-30' }] })
  const wrong = await request.post('/api/v1/factors.json')
  expect([wrong.status(), wrong.headers().allow]).toEqual([405, 'GET, HEAD'])
})

test('the summaries of the published week are the published figures', async ({ request }) => {
  const csv = await (await request.get('/api/v1/summaries.csv?asOf=2024-08-30')).text()
  const [head = [], ...rows]: string[][] = parse(csv)
  const cell = (row: string[], name: string) => row[head.indexOf(name)] ?? ''
  const told = new Map(
    rows.map((row) => [
      `${cell(row, 'code')} ${cell(row, 'measure')}`,
      ['week', 'month', 'year'].map((name) => Math.round(Number(cell(row, name)) * 10_000) / 100),
    ]),
  )
  for (const { code, longShort, longExcess } of PUBLISHED_FACTORS) {
    expect(told.get(`${code} longShort`)).toEqual([longShort.week, longShort.mtd, longShort.ytd])
    expect(told.get(`${code} longExcess`)).toEqual([longExcess.week, longExcess.mtd, longExcess.ytd])
  }
  for (const { code, excess } of PUBLISHED_PORTFOLIOS)
    expect(told.get(`${code} excess`)).toEqual([excess.week, excess.mtd, excess.ytd])
})

function lineFigure(page: Page): Locator {
  return page.locator('figure:has(picture [src*="/relative-strength/"])').first()
}
