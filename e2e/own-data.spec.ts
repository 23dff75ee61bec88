/** Without the demo data: loads a catalogue, returns and coefficients over HTTP, and checks the pages. */
import type { APIRequestContext, Locator } from 'playwright/test'
import { withInstance } from '@/lib/testing/run/test-instance'
import {
  CN_DAYS,
  COEFFICIENTS,
  draw,
  FACTORS,
  FILES,
  type Row,
  returnsCsv,
  THIRD_MARKET,
  US_RETURNS,
} from './desk-files'
import { findViolations } from './find-violations'
import { test as base, expect } from './fixtures'
import { getPage, hrefsIn, textsIn } from './http/client'
import { overhangOf, smallTargets } from './page-actions'

const TOKEN = 'the-token-of-a-desk'
const INSTANCE_MS = 300_000

const test = base.extend<object, { desk: string }>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that it needs from the pattern.
    async ({}, use) =>
      withInstance(use, { LOAD_DEMO: 'false', IMPORT_TOKEN: TOKEN, FACTOR_WEEKLY_TODAY: '2026-12-01' }),
    { scope: 'worker', timeout: INSTANCE_MS },
  ],
})

// All tests use one instance; the first one loads its files.
test.describe.configure({ mode: 'serial', timeout: INSTANCE_MS })

test('an empty store says what is missing, offers templates, and shows the first report after the load', async ({
  page,
  desk,
}) => {
  for (const [path, missing] of [
    ['/factors', '没有可显示的因子'],
    ['/en/portfolios', 'There is no portfolio to show'],
    ['/en', 'There is no weekly report'],
  ] as const) {
    await page.goto(`${desk}${path}`)
    await expect(page.locator('main')).toContainText(missing)
  }
  expect(await findViolations(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 844 })
  expect([await overhangOf(page), await smallTargets(page)]).toEqual([0, []])
  const templates = await page.locator('main a[download]').evaluateAll((links) => links.map((link) => `${link}`))
  expect(templates.length).toBeGreaterThan(10)
  for (const template of templates) expect((await page.request.get(template)).status(), template).toBe(200)
  for (const [name, body] of FILES) await load(page.request, desk, name, body)
  await page.reload()
  await expect(page.locator('.table-1 [data-series="reversal"]')).toBeVisible()
})

test('a market of its own has its week, which counts the days in its data', async ({ page, desk }) => {
  await page.goto(`${desk}/en/weeks/2024-07-05?market=US`)
  await expect(page.locator('[data-series="reversal"]')).toHaveCount(0)
  const week = US_RETURNS.filter(({ date }) => date >= '2024-07-01')
  expect(week.map(({ date }) => date)).toEqual(['2024-07-01', '2024-07-02', '2024-07-03', '2024-07-05'])
  const longShort = over(week, 'long') - over(week, 'short')
  await expect(page.locator('[data-series="value"] .figure-cell').first()).toHaveText(signed(longShort * 100, 2))
  await expect(page.locator('#data-check')).toHaveText(/^The only series passed the data checks as of 2024-07-05/)
  await page.getByRole('link', { name: 'Previous week 2024-06-28' }).click()
  await expect(page).toHaveURL(`${desk}/en/weeks/2024-06-28?market=US`)
  await page.getByRole('link', { name: 'China A-shares' }).click()
  await expect(page.locator('[data-series="reversal"]').first()).toBeVisible()
})

test('from 1 December pages say that closures are missing, and a market without any is provisional', async ({
  page,
  desk,
}) => {
  const missing = /closures of 2027 are missing for China A-shares\..*npm run import -- closures\.csv/
  for (const path of ['/en/weeks/2024-07-05', '/en/data']) {
    await page.goto(`${desk}${path}`)
    await expect(page.locator('[data-calendar="missing"]'), path).toHaveText(missing)
    expect(await findViolations(page), path).toEqual([])
  }
  for (const path of ['/weeks/2024-07-05?market=US', '/factors/value']) {
    await page.goto(`${desk}${path}`)
    await expect(page.locator('[data-calendar="provisional"]'), path).toContainText('2024 年的休市日未知')
  }
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await overhangOf(page)).toBe(0)
})

test('two markets leave enough room for the week bar', async ({ page, desk }) => {
  for (const language of ['', '/en']) {
    await page.goto(`${desk}${language}/weeks/2024-07-05?market=US`)
    for (const width of [1440, 1280, 1048, 721, 390]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await overhangOf(page), `${width}${language}`).toBe(0)
      await expect(page.getByRole('link', { name: /^(A 股|China A-shares)$/ }), `${width}${language}`).toHaveCount(1)
    }
  }
})

test('a market of its own has its wall, archive and factor page, whose pictures are drawn', async ({ page, desk }) => {
  await page.goto(`${desk}/en/factors?market=US`)
  await expect(page.locator('article[data-series]')).toHaveCount(1)
  await expectDrawn(page.locator('article[data-series="value"] img'))
  await page.goto(`${desk}/en/weeks?market=US`)
  await expect(page.locator('.calendar-weeks a').last()).toHaveAttribute('href', /\?market=US$/)
  await page.goto(`${desk}/en/factors/value?market=US`)
  const pictures = page.locator('main figure img')
  await expect(pictures).not.toHaveCount(0)
  for (const picture of await pictures.all()) await expectDrawn(picture)
  await expect(page.locator('#ic')).toHaveCount(0)
})

test('the page of a factor shows its coefficients, with mean, deviation and ICIR', async ({ page, desk }) => {
  await page.goto(`${desk}/en/factors/reversal`)
  const part = page.locator('section', { has: page.locator('#ic') })
  const ranks = COEFFICIENTS.map(({ rankIc }) => rankIc)
  const mean = ranks.reduce((sum, value) => sum + value, 0) / ranks.length
  const deviation = Math.sqrt(ranks.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (ranks.length - 1))
  const share = (ranks.filter((value) => value > 0).length / ranks.length) * 100
  await expect(part.locator('figcaption')).toHaveText(
    `Rank IC, one bar per rebalancing, 2022-01-04 to 2024-07-01, ${ranks.length} in all: mean ${signed(mean, 3)}, ` +
      `standard deviation ${deviation.toFixed(3)}, ICIR ${signed(mean / deviation, 2)}, ${share.toFixed(0)}% positive`,
  )
  await expectDrawn(part.locator('figure img'))
  await part.locator('summary', { hasText: /^Data.*Information coefficient/ }).click()
  const rows = await part.locator('table tbody tr').allTextContents()
  const newest = COEFFICIENTS.toReversed().map(({ date, ic, rankIc }) => date + signed(rankIc, 4) + signed(ic, 4))
  expect(rows).toEqual(newest)
  expect(await findViolations(page)).toEqual([])
})

test('a third market is added by three files, and the switch is then under the headline', async ({ page, desk }) => {
  for (const [name, body] of THIRD_MARKET) await load(page.request, desk, name, body)
  for (const language of ['', '/en']) {
    await page.goto(`${desk}${language}/weeks/2024-07-05?market=HK`)
    for (const width of [1440, 1048, 721, 390]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await overhangOf(page), `${width}${language}`).toBe(0)
      const others = page.getByRole('link', { name: /^(A 股|China A-shares|美股|US equities)$/ })
      await expect(others, `${width}${language}`).toHaveCount(2)
      const headline = await page.getByRole('heading', { level: 1 }).boundingBox()
      for (const other of await others.all()) {
        const box = await other.boundingBox()
        expect(box?.y, `${width}${language}`).toBeGreaterThanOrEqual(
          (headline?.y ?? Number.NaN) + (headline?.height ?? 0),
        )
        expect((box?.x ?? Number.NaN) + (box?.width ?? 0), `${width}${language}`).toBeLessThanOrEqual(width)
      }
    }
  }
  expect(await findViolations(page)).toEqual([])
})

test('each page of a restated week has a notice with a link to the change', async ({ page, desk }) => {
  const [restated] = draw(['2024-07-04'], 13)
  const body = returnsCsv({ reversal: restated ? [restated] : [] })
  const version = await load(page.request, desk, 'restated.csv', body)
  const then = `version=${version - 1}`
  const notice = page.locator('#restated-week')
  const since = `RestatedReversal: the values of 2024-07-04 were later restated by version ${version}.`
  for (const path of [
    `/en/factors/reversal?asOf=2024-07-05&${then}`,
    `/en/factors/reversal?${then}`,
    `/en/factors?asOf=2024-07-05&${then}`,
    `/en/factors?${then}`,
    `/en/weeks/2024-07-05/reconciliation?${then}`,
    `/en/compare?series=reversal,value&${then}`,
  ]) {
    const { document } = await getPage(path, { baseUrl: desk })
    expect(textsIn(document, '#restated-week li'), path).toEqual([`${since}Data version ${version}`])
    expect(hrefsIn(document, '#restated-week a'), path).toEqual([`/en/data/${version}`])
  }
  await page.goto(`${desk}/en/factors/reversal?${then}`)
  expect(await findViolations(page, {}, { include: ['#restated-week'] })).toEqual([])
  await notice.getByRole('link').click()
  await expect(page.locator('#restated')).toContainText('2024-07-04')
  await page.goto(`${desk}/factors/reversal?asOf=2024-07-05&${then}`)
  await expect(notice).toContainText(`反转在 2024-07-04 的数值之后被版本 ${version} 修订。`)
  await page.goto(`${desk}/en/factors/reversal?asOf=2024-07-05`)
  await expect(notice).toContainText(`Reversal: the values of 2024-07-04 were restated by version ${version}.`)
})

test('a week, a market and a series without restatements have no notice', async ({ desk }) => {
  for (const path of [
    '/en/factors/reversal?asOf=2024-07-03',
    '/en/factors/value?market=US',
    '/en/factors?market=US',
    '/en/portfolios',
    '/en/compare?series=value',
    '/en/weeks/2024-06-28/reconciliation',
  ]) {
    const { document } = await getPage(path, { baseUrl: desk })
    expect(document.querySelectorAll('h1'), path).toHaveLength(1)
    expect(document.querySelector('#restated-week'), path).toBeNull()
  }
})

test('a factor begins late, ends and is renamed: its weeks, its page and its old addresses', async ({ page, desk }) => {
  const [head, row = ''] = FACTORS.split('\n')
  const named = row.replace('reversal,1,', 'quality,9,').replaceAll('反转', '质量').replaceAll('Reversal', 'Quality')
  const ending = ',ended,endedReasonZh,endedReasonEn'
  await load(page.request, desk, 'factor.csv', `${head}\n${named}\n`)
  const days = CN_DAYS.filter((day) => day >= '2022-03-01' && day <= '2024-06-26')
  await load(page.request, desk, 'quality.csv', returnsCsv({ quality: draw(days, 17) }))
  await load(page.request, desk, 'ended.csv', `${head}${ending}\n${named},2024-06-26,并入价值,Merged into Value\n`)
  await page.goto(`${desk}/en/weeks/2024-07-05`)
  await expect(page.locator('[data-series="reversal"]').first()).toBeVisible()
  await expect(page.locator('[data-series="quality"]')).toHaveCount(0)
  await page.goto(`${desk}/en/weeks/2024-06-28`)
  await expect(page.locator('main')).toContainText('Quality ended on 2024-06-26: Merged into Value; periods that run')
  const request = { headers: { authorization: `Bearer ${TOKEN}` }, data: { series: 'quality', to: 'profit' } }
  const renames = `${desk}/api/v1/renames`
  expect((await page.request.post(renames, request)).status()).toBe(200)
  const done = await page.request.post(renames, { ...request, data: { ...request.data, dryRun: false } })
  expect(done.status()).toBe(201)
  const unfollowed = await page.request.get(`${desk}/en/factors/quality?axis=linear`, { maxRedirects: 0 })
  expect([unfollowed.status(), unfollowed.headers().location]).toEqual([308, '/en/factors/profit?axis=linear'])
  for (const language of ['', '/en']) {
    await page.goto(`${desk}${language}/factors/quality`)
    await expect(page).toHaveURL(`${desk}${language}/factors/profit`)
    const notes = page.locator('main [role="note"]')
    await expect(notes.first()).toContainText(/2022-03-01.*2022-01-04/)
    await expect(notes.nth(1)).toContainText(/2024-06-26.*(并入价值|Merged into Value)/)
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await overhangOf(page), `${width}${language}`).toBe(0)
    }
    expect(await findViolations(page), language).toEqual([])
  }
  const factsheet = await page.request.get(`${desk}/en/factors/quality/factsheet.pdf`)
  expect([factsheet.status(), factsheet.headers()['content-type']]).toEqual([200, 'application/pdf'])
  await page.goto(`${desk}/en/compare?series=quality,reversal`)
  await expect(page).toHaveURL(`${desk}/en/compare?series=profit,reversal`)
  await expect(page.getByRole('status')).toContainText('Quality ended on 2024-06-26: Merged into Value.')
  await page.goto(`${desk}/en/data`)
  await expect(page.locator('main')).toContainText('rename.json')
})

test('a file is chosen, checked, loaded and withdrawn in the browser', async ({ page, desk }) => {
  const [restated] = draw(['2024-07-03'], 29)
  const [before] = draw(['2024-07-03'], 11)
  expect(restated).not.toEqual(before)
  await page.goto(`${desk}/en/data`)
  const versions = await page.locator('tr[data-version]').count()
  await page.getByRole('link', { name: 'Load files' }).click()
  await page.getByLabel('Files').setInputFiles({
    name: 'week.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(returnsCsv({ reversal: restated ? [restated] : [] })),
  })
  await expect(page.getByRole('listitem').filter({ hasText: 'week.csv' })).toContainText('1 kB')
  await page.getByRole('button', { name: 'Check the files' }).click()
  await expect(
    page.getByRole('heading', { name: 'The files can be loaded. Nothing has been written yet.' }),
  ).toBeVisible()
  await expect(page.locator('[data-file="week.csv"]')).toContainText(
    /factor returns.*long table.*decimal.*Restated\s*1/,
  )
  await expect(page.locator('#restated tbody tr').first()).toContainText(`2024-07-03${'Reversal'}`)
  await expect(page.locator('#moved')).toContainText('2024-07-05')
  expect(await findViolations(page)).toEqual([])
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await overhangOf(page)).toBe(0)
  await page.getByRole('button', { name: 'Load', exact: true }).click()
  await page.getByRole('link', { name: `Data version ${versions + 1}: what it changed` }).click()
  await expect(page.locator('#restated tbody tr').first()).toContainText('2024-07-03')
  await page.getByRole('link', { name: 'Withdraw this version' }).click()
  await expect(page.locator('[data-load="withdraw"]')).toContainText('1 restored to the earlier value')
  expect(await findViolations(page)).toEqual([])
  await page.getByLabel('Reason').fill('The vendor corrected it.')
  await page.getByRole('button', { name: `Withdraw version ${versions + 1}` }).click()
  await expect(page).toHaveURL(`${desk}/en/data/${versions + 2}`)
  await expect(page.locator('main')).toContainText('The vendor corrected it.')
})

test('two pages write the texts of a week: a typed figure is marked and stops the week, and neither loses anything', async ({
  page,
  context,
  desk,
}) => {
  const week = `${desk}/en/weeks/2024-07-05`
  await page.goto(`${week}/edit`)
  const other = await context.newPage()
  await other.goto(`${week}/edit`)
  await page.getByLabel('Headline, English').fill('Reversal made 77.77%')
  await expect(page.locator('[data-save="rest"]')).toContainText('revision 1')
  await expect(page.getByLabel('Headline, English')).toHaveAccessibleDescription(/“77.77%” equals no figure/)
  expect(await findViolations(page)).toEqual([])

  // Who began from the same texts is asked for the field that both changed.
  await other.getByLabel('Headline, English').fill('Of the week: ')
  // A tab that comes back into sight asks for news at once, before it saves.
  await other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  const conflict = other.locator('[data-conflict="en.headline"]')
  await expect(conflict).toContainText('Reversal made 77.77%')
  await expect(conflict).toContainText('Of the week:')
  await other.getByLabel('Commentary of the week, English').fill('A *calm* week.')
  expect(await findViolations(other)).toEqual([])
  await other.getByRole('button', { name: 'Keep yours: Headline, English' }).click()
  await other
    .locator('[data-part="headline"] [data-language="en"]')
    .getByRole('button', { name: 'Insert a figure' })
    .click()
  await other.getByLabel('Series and column').fill('reversal long week')
  await other.keyboard.press('Enter')
  await expect(other.getByLabel('Headline, English')).toHaveValue(/^Of the week: \{reversal\.\w+\.week\}$/)
  await expect(other.locator('[data-save="rest"]')).toContainText('revision 2')
  const [preview] = await Promise.all([other.waitForEvent('popup'), other.locator('[data-preview="en-page"]').click()])
  await expect(preview.locator('h1')).toHaveText(/^Of the week: [+−]?\d+\.\d\d%$/)
  await expect(preview.locator('main')).toContainText('A calm week.')

  // The first page takes over what the other saved, and goes back to its own revision.
  await page.bringToFront()
  await expect(page.getByLabel('Commentary of the week, English')).toHaveValue('A *calm* week.', { timeout: 15_000 })
  await page.goto(`${week}/edit?revision=1`)
  await page.getByRole('button', { name: 'Save revision 1 as a new one' }).click()
  await expect(page.locator('[data-save="rest"]')).toContainText('revision 3')
  await page.setViewportSize({ width: 390, height: 844 })
  expect([await overhangOf(page), await smallTargets(page)]).toEqual([0, []])
  await page.goto(`${week}/editions`)
  await expect(page.locator('[data-rule="text-figure"]')).toContainText('77.77%')
})

async function expectDrawn(picture: Locator): Promise<void> {
  await picture.scrollIntoViewIfNeeded()
  await expect(picture).toHaveJSProperty('complete', true)
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
}

/** Formats a figure: "+1.20", "−0.03". */
function signed(value: number, decimals: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(decimals)}`
}

/** Returns the data version of the load. */
async function load(request: APIRequestContext, address: string, name: string, data: string): Promise<number> {
  const response = await request.post(`${address}/api/v1/imports?name=${name}`, {
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'text/csv' },
    data,
  })
  expect(response.status(), `${name}: ${await response.text()}`).toBe(201)
  return (await response.json()).version
}

function over(rows: Row[], leg: 'long' | 'short'): number {
  return rows.reduce((product, row) => product * (1 + row[leg]), 1) - 1
}
