import { parse } from 'csv-parse/sync'
import type { Locator, Page } from 'playwright/test'
import readXlsxFile from 'read-excel-file/node'
import { z } from 'zod'
import { pngSize, pngTones } from '@/lib/testing/charts/read-png'
import { expect, test } from './fixtures'

const FACTOR = '/factors/intraday-skewness'

const rowsSchema = z.object({
  rows: z.array(z.object({ date: z.string(), long: z.number(), short: z.number(), relativeStrength: z.number() })),
})

test("a figure's files have the same figures as the page", async ({ page, request }) => {
  await page.goto(FACTOR)
  const figure = lineFigure(page)
  await figure.getByRole('button', { name: /导出/ }).click()
  const shown = (await figure.locator('table tbody tr').last().locator('td').first().textContent()) ?? ''
  const get = async (name: string) =>
    (await request.get((await figure.getByRole('link', { name, exact: true }).getAttribute('href')) ?? '')).body()
  const svg = (await get('SVG')).toString()
  for (const text of ['日内高频偏度：走势与回撤', '演示数据', '2024-08-30', `${shown}<`]) expect(svg).toContain(text)
  const png = await get('PNG')
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  expect(pngSize(png)).toEqual({ widthPx: 2 * Number(width), heightPx: 2 * Number(height) })
  expect(pngTones(png)).toBeGreaterThan(50)
  const api = rowsSchema.parse(await (await request.get('/api/v1/factors/intraday-skewness/daily.json')).json()).rows
  const lines: string[][] = parse(await get('CSV'), { bom: true })
  expect(lines.slice(2).map(([date]) => date)).toEqual(api.map(({ date }) => date))
  const [sheet] = await readXlsxFile(await get('XLSX'))
  const [, ...last] = lines.at(-1) ?? []
  expect(sheet?.data.at(-1)).toEqual([new Date('2024-08-30'), ...last.map(Number)])
  let [long, short] = [1, 1]
  const strengths = api.map((row) => {
    long *= 1 + row.long
    short *= 1 + row.short
    return long / short
  })
  const differences = strengths.flatMap((strength, index) =>
    [Number(lines[index + 2]?.[1]), api[index]?.relativeStrength].map((given) =>
      Math.abs(Number(given) / strength - 1),
    ),
  )
  expect(Math.max(...differences)).toBeLessThan(1e-11)
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

test('a page shows the API address of its data, and copies the line', async ({ page, context, request }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/en${FACTOR}?convention=geometric&from=2024-01-01&to=2024-06-28`)
  await page.locator('summary', { hasText: 'Data files and scripts' }).click()
  const line = page.locator('[data-script="pandas"]')
  await expect(line).toContainText('http')
  const address = /"(http[^"]*)"/.exec((await line.textContent()) ?? '')?.[1] ?? ''
  expect(address).toContain('/daily.csv?from=2024-01-01&to=2024-06-28&convention=geometric')
  const [head, ...rows]: string[][] = parse(await (await request.get(address)).text())
  expect(head?.[0]).toBe('date')
  expect([rows[0]?.[0], rows.at(-1)?.[0]]).toEqual(['2024-01-02', '2024-06-28'])
  await page.getByRole('button', { name: 'Copy pandas' }).click()
  await expect(page.getByRole('button', { name: 'Copied pandas' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await line.textContent())
})

function lineFigure(page: Page): Locator {
  return page.locator('figure:has(picture [src*="/series-chart/"])').first()
}
