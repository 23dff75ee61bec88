import { AxeBuilder } from '@axe-core/playwright'
import { parse } from 'csv-parse/sync'
import { pngSize } from '@/lib/testing/charts/read-png'
import { expect, test } from './fixtures'
import { PUBLISHED_CELLS } from './published'

for (const { prefix, measures } of [
  { prefix: '', measures: { 多空收益: 'longShort', 多头超额: 'longExcess', 超额收益: 'excess' } },
  {
    prefix: '/en',
    measures: { 'Long–short return': 'longShort', 'Long excess': 'longExcess', 'Excess return': 'excess' },
  },
]) {
  test(`the CSV that ${prefix || '/'} offers has the published figures`, async ({ page, request }) => {
    await page.goto(`${prefix}/weeks/2024-08-30`)
    const address = await page.getByRole('link', { name: 'CSV' }).getAttribute('href')
    const response = await request.get(String(address))
    expect(response.headers()['content-disposition']).toContain('factor-weekly-2024-08-30')
    const [, ...lines]: string[][] = parse(await response.body(), { bom: true })
    expect(lines).toHaveLength(30)
    for (const cells of lines) {
      const measure = Object.entries(measures).find(([name]) => name.toLowerCase() === cells[5]?.toLowerCase())?.[1]
      for (const [place, window] of ['week', 'month', 'year'].entries()) {
        const percent = Math.round(Number(cells[6 + place]) * 10_000) / 100
        const printed = `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent).toFixed(2)}`
        expect(printed, cells.join()).toBe(PUBLISHED_CELLS.get(`${cells[2]}.${measure}.${window}`))
      }
    }
  })
}

test('the workbook is one, and is not sent again to those who have it', async ({ request }) => {
  const response = await request.get('/weeks/2024-08-30/summary.xlsx')
  expect(response.headers()['content-type']).toContain('spreadsheetml')
  expect((await response.body()).subarray(0, 2).toString()).toBe('PK')
  const csv = await request.get('/weeks/2024-08-30/summary.csv')
  const again = await request.get('/weeks/2024-08-30/summary.csv', {
    headers: { 'if-none-match': String(csv.headers().etag) },
  })
  expect(again.status()).toBe(304)
})

for (const { prefix, other } of [
  { prefix: '', other: '/en' },
  { prefix: '/en', other: '' },
]) {
  test(`the picture that ${prefix || '/'} offers is a sharp PNG of its own language`, async ({ page, request }) => {
    await page.goto(`${prefix}/weeks/2024-08-30`)
    const address = await page.getByRole('link', { name: 'PNG', exact: true }).first().getAttribute('href')
    expect(address).toBe(`${prefix}/weeks/2024-08-30/summary.png`)
    const response = await request.get(String(address))
    expect(response.headers()).toMatchObject({ 'content-type': 'image/png' })
    const png = await response.body()
    expect(pngSize(png).widthPx).toBe(1482)
    const ofOther = await (await request.get(`${other}/weeks/2024-08-30/summary.png`)).body()
    expect(png.equals(ofOther)).toBe(false)
    const again = await request.get(String(address), { headers: { 'if-none-match': String(response.headers().etag) } })
    expect(again.status()).toBe(304)
  })
}

test('many who ask for the same picture at once get the same bytes', async ({ request }) => {
  const asked = Array.from({ length: 12 }, () => request.get('/weeks/2023-06-30/summary.png'))
  const answers = await Promise.all(asked)
  expect(new Set(answers.map((answer) => answer.status()))).toEqual(new Set([200]))
  expect(new Set(answers.map((answer) => answer.headers().etag)).size).toBe(1)
})

test('any date leads to its week, a week without trading to its neighbours, and nonsense to nothing', async ({
  request,
}) => {
  const moved = await request.get('/en/weeks/2024-08-28/summary.csv', { maxRedirects: 0 })
  expect([moved.status(), moved.headers().location]).toEqual([307, '/en/weeks/2024-08-30/summary.csv'])
  const none = await request.get('/weeks/2024-02-14/summary.csv')
  expect(none.status()).toBe(404)
  expect(await none.text()).toMatch(
    /2024-02-14.*\n\/weeks\/2024-02-08\/summary\.csv\n\/weeks\/2024-02-23\/summary\.csv/,
  )
  expect((await request.get('/weeks/yesterday/summary.csv')).status()).toBe(404)
})

test('the other convention and an older version are exported as they are shown', async ({ request }) => {
  const geometric = await (await request.get('/en/weeks/2024-08-30/summary.csv?convention=geometric')).text()
  expect(geometric).toContain('Geometric')
  const old = await (await request.get('/en/weeks/2024-08-30/summary.csv?version=2')).text()
  expect(old.trim().split('\r\n').at(-1)).toMatch(/csi1000-ai-enhanced.*,,,,0,0,,2024-08-30,2,/)
})

test('the summary goes to the clipboard as text and as tables', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/weeks/2024-08-30')
  await page.getByRole('button', { name: '复制' }).click()
  await expect(page.getByRole('button', { name: '已复制' })).toBeVisible()
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string) => (await item?.getType(type))?.text()
    return { text: await read('text/plain'), html: await read('text/html') }
  })
  expect(copied.text).toContain('中证 500 AI：超额收益本周 −0.70')
  expect(copied.html).toContain('−6.37')
})

test('a copy that fails says so', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('refused', 'NotAllowedError'))
  })
  await page.goto('/en/weeks/2024-08-30')
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByRole('button', { name: 'The browser did not allow copying' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the mail fits a narrow ${colorScheme} client and nothing in it is unreadable`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.emulateMedia({ colorScheme })
    await page.goto('/weeks/2024-08-30/mail.html')
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast', 'link-name']).analyze()
    expect(violations).toEqual([])
    await expect(page.locator('a')).toHaveAttribute('href', /^http:\/\/.*\/weeks\/2024-08-30$/)
  })
}
