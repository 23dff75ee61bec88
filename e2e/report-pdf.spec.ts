import { createHash } from 'node:crypto'
import { readPdf } from '@/lib/testing/pdf/read-pdf'
import { expect, test } from './fixtures'

for (const prefix of ['', '/en']) {
  test(`the PDF that ${prefix || '/'} offers is the week's report, its checksum beside it`, async ({
    page,
    request,
  }) => {
    test.slow()
    await page.goto(`${prefix}/weeks/2024-08-30`)
    const link = page.getByRole('link', { name: /^PDF$/ })
    const saved = page.waitForEvent('download', { timeout: 90_000 })
    await link.click()
    expect((await saved).suggestedFilename()).toMatch(/^factor-weekly-2024-08-30-(zh|en)\.pdf$/)
    const response = await request.get(`${prefix}/weeks/2024-08-30/report.pdf`)
    const bytes = await response.body()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    expect(response.headers()).toMatchObject({ etag: `"${sha256}"`, 'content-type': 'application/pdf' })
    expect(bytes.length).toBeLessThan(1_000_000)
    expect((await readPdf(bytes)).pages.length).toBeGreaterThan(10)
    await expect(page.getByTitle(sha256)).toContainText(sha256.slice(0, 8))
    await page.reload()
    await expect(page.getByTitle(sha256)).toContainText(sha256.slice(0, 8))
  })
}

test('a PDF is not sent again to those who have it, and one not made is not made for those who only ask', async ({
  request,
}) => {
  test.slow()
  const address = '/weeks/2024-08-30/report.pdf'
  const { etag = '' } = (await request.head(address)).headers()
  expect((await request.get(address, { headers: { 'if-none-match': etag } })).status()).toBe(304)
  const onlyIfMade = { 'x-only-if-made': '1' }
  expect((await request.head(address, { headers: onlyIfMade })).headers().etag).toBe(etag)
  expect((await request.head('/weeks/2014-03-07/report.pdf', { headers: onlyIfMade })).status()).toBe(204)
})

test('a week without data has no PDF, and says where the nearest are', async ({ request }) => {
  const holiday = await request.get('/en/weeks/2024-10-03/report.pdf')
  expect(holiday.status()).toBe(404)
  expect(await holiday.text()).toMatch(/\/en\/weeks\/2024-\d\d-\d\d\/report\.pdf/)
  const middle = await request.get('/weeks/2024-08-28/report.pdf', { maxRedirects: 0 })
  expect(middle.status()).toBe(307)
  expect(middle.headers().location).toContain('/weeks/2024-08-30/report.pdf')
  expect((await request.get('/weeks/2024-08-30/report.pdf?version=99999')).status()).toBe(404)
})

test('a factsheet shows what the page of its day shows', async ({ page, request }) => {
  test.slow()
  await page.goto('/en/factors/intraday-skewness?asOf=2021-03-17&from=2020-01-01')
  const address = await page.getByRole('link', { name: 'Factsheet (PDF)' }).getAttribute('href')
  expect(address).toBe('/en/factors/intraday-skewness/factsheet.pdf?asOf=2021-03-17')
  const response = await request.get(address ?? '')
  expect(response.headers()['content-disposition']).toContain('factor-weekly-intraday-skewness-2021-03-17-en.pdf')
  const sheet = await readPdf(await response.body())
  expect(sheet.pages).toHaveLength(2)
  const figure = await page.locator('header [data-cell="intraday-skewness.longShort.week"]').textContent()
  expect(sheet.texts.join('')).toContain(figure ?? 'no figure')
  expect(sheet.texts.join('')).not.toContain('2024')
  const early = await request.get('/factors/intraday-skewness/factsheet.pdf?asOf=2009-01-05')
  expect([early.status(), await early.text()]).toEqual([404, expect.stringContaining('2014-01-02')])
  expect((await request.get('/factors/intraday-skewness/factsheet.pdf?asOf=2024-02-30')).status()).toBe(404)
})
