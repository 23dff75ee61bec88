import { parse } from 'csv-parse/sync'
import type { Locator, Page } from 'playwright/test'
import { expect, test } from './fixtures'

const FACTOR = '/factors/intraday-skewness'

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

function lineFigure(page: Page): Locator {
  return page.locator('figure:has(picture [src*="/relative-strength/"])').first()
}
