import type { Page } from 'playwright/test'
import { expect, test } from './fixtures'
import { rawRequest } from './http/raw-request'

const LONG = 'a'.repeat(5000)
const PAPER = { light: 'rgb(255, 255, 255)', dark: 'rgb(20, 22, 26)' }
const GAIN = 'td[data-cell="intraday-skewness.longShort.week"] span'
const LOSS = 'td[data-cell="intraday-skewness.longShort.year"] span'
const RED = 'rgb(179, 38, 30)'
const GREEN = 'rgb(11, 107, 69)'

for (const theme of ['light', 'dark'] as const) {
  test(`the cookie's ${theme} theme is there with the first byte, pictures included`, async ({
    page,
    context,
    baseURL,
  }) => {
    await page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' })
    await context.addCookies([{ name: 'theme', value: theme, url: String(baseURL) }])
    await page.goto('/', { waitUntil: 'commit' })
    await expect(page.locator('body')).toHaveCSS('background-color', PAPER[theme])
    await expect(page.locator('main picture img').first()).toHaveAttribute('src', new RegExp(`-${theme}-`))
    await expect(page.locator('main picture source').first()).toHaveAttribute('srcset', new RegExp(`-${theme}-`))
  })

  test(`without a choice the system's ${theme} theme holds, pictures included`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.goto('/factors/improved-reversal')
    await expect(page.locator('body')).toHaveCSS('background-color', PAPER[theme])
    await expect.poll(() => shownPicture(page)).toContain(`-${theme}-`)
  })
}

declare global {
  interface Window {
    seenPapers: Set<string>
  }
}

test('no theme flashes: the paper has one colour from the first frame to the last', async ({
  page,
  context,
  baseURL,
}) => {
  await context.addCookies([{ name: 'theme', value: 'dark', url: String(baseURL) }])
  await page.addInitScript(() => {
    const seen = new Set<string>()
    Object.assign(window, { seenPapers: seen })
    const look = () => {
      if (document.body) seen.add(getComputedStyle(document.body).backgroundColor)
      requestAnimationFrame(look)
    }
    look()
    document.addEventListener('DOMContentLoaded', look)
  })
  await page.goto('/')
  await page.waitForTimeout(300)
  const seen = await page.evaluate(() => [...window.seenPapers])
  expect(seen).toEqual([PAPER.dark])
})

test('colours of gain and loss swap, and a third palette is neither red nor green', async ({ page }) => {
  await page.goto('/')
  await expect.poll(() => signColours(page)).toEqual({ gain: RED, loss: GREEN })
  await press(page, '涨跌颜色：红涨')
  await expect.poll(() => signColours(page)).toEqual({ gain: GREEN, loss: RED })
  await expect(page.locator('main picture img').first()).toHaveAttribute('src', /-green-/)
  await press(page, '涨跌颜色：绿涨')
  await expect.poll(() => signColours(page)).toEqual({ gain: 'rgb(168, 74, 0)', loss: 'rgb(10, 94, 168)' })
  await press(page, '涨跌颜色：色盲友好')
  await expect.poll(() => signColours(page)).toEqual({ gain: RED, loss: GREEN })
})

test('the language switch keeps the page and how it is shown', async ({ page }) => {
  for (const path of [
    '/weeks/2023-05-19?convention=geometric&order=report',
    '/factors/improved-reversal',
    '/portfolios',
    '/weeks',
    '/methodology',
    '/weeks/2024-02-14',
  ]) {
    await page.goto(path)
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
    await page.getByRole('link', { name: 'English', exact: true }).filter({ visible: true }).click()
    await expect(page).toHaveURL(`/en${path}`)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await page.getByRole('link', { name: '中文', exact: true }).filter({ visible: true }).click()
    await expect(page).toHaveURL(path)
  }
})

test('links on an English page stay English and keep the convention', async ({ page }) => {
  await page.goto('/en?convention=geometric')
  const all = await page
    .locator('a[href^="/"]:not([hreflang])')
    .evaluateAll((anchors) => anchors.map((a) => a.getAttribute('href') ?? ''))
  // An address of the API says its language as a parameter: in the files for people, not in those for scripts.
  const files = all.filter((href) => /^\/api\/.*\.(csv|xlsx)\?/.test(href))
  expect(files.length).toBeGreaterThan(0)
  expect(files.filter((href) => !href.includes('lang=en'))).toEqual([])
  expect(files.filter((href) => href.includes('/summaries') && !href.includes('convention=geometric'))).toEqual([])
  const hrefs = all.filter((href) => !href.startsWith('/api/'))
  const strays = hrefs.filter((href) => !/^\/en(\/|\?|$)/.test(href))
  expect(strays).toEqual([])
  const forgetful = hrefs.filter((href) => !href.includes('convention=geometric'))
  expect(forgetful.length).toBeLessThanOrEqual(2)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the theme is set by its form, kept on other pages, and set back', async ({ page }) => {
    await page.goto('/factors?convention=geometric')
    await press(page, '主题：跟随系统')
    await press(page, '主题：浅色')
    await expect(page).toHaveURL('/factors?convention=geometric')
    await expect(page.locator('body')).toHaveCSS('background-color', PAPER.dark)
    await page.goto('/methodology')
    await expect(page.locator('body')).toHaveCSS('background-color', PAPER.dark)
    await press(page, '主题：深色')
    await expect(page.locator('body')).toHaveCSS('background-color', PAPER.light)
  })

  test('a reader finds a week, a factor, its data, another order and convention', async ({ page }) => {
    await page.goto('/')
    await page.locator('a[data-week="previous"]').click()
    await expect(page).toHaveURL('/weeks/2024-08-23')
    await page.getByLabel('转到某日所在的周').filter({ visible: true }).fill('2024-08-28')
    await page.getByRole('button', { name: '前往' }).filter({ visible: true }).click()
    await expect(page).toHaveURL('/weeks/2024-08-30')
    await page.getByRole('link', { name: '几何', exact: true }).filter({ visible: true }).click()
    await expect(page).toHaveURL('/weeks/2024-08-30?convention=geometric')
    await page.locator('.table-1').getByRole('link', { name: '改进反转' }).click()
    await expect(page).toHaveURL('/factors/improved-reversal?convention=geometric')
    await page.locator('figure summary').first().click()
    await expect(page.locator('figure table').first()).toBeVisible()
  })

  test('pictures are there and a picture is all there is', async ({ page }) => {
    await page.goto('/factors/improved-reversal')
    await expect.poll(() => shownPicture(page)).toContain('/charts/')
    await expect(page.locator('[data-live]')).toHaveCount(0)
  })
})

test('a preference that makes no sense is refused', async ({ baseURL }) => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const bad = [
    { body: '' },
    { headers: form, body: '' },
    { headers: form, body: 'name=theme' },
    { headers: form, body: 'name=theme&choice=pink' },
    { headers: form, body: 'name=constructor&choice=dark' },
    { headers: form, body: `name=theme&choice=${LONG}` },
    { headers: { 'content-type': 'application/json' }, body: '{"name":"theme","choice":"dark"}' },
    { headers: { 'content-type': 'multipart/form-data' }, body: 'name=theme' },
    { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x\r\nbroken' },
  ]
  for (const request of bad) {
    const answer = await rawRequest(String(baseURL), { path: '/preferences', method: 'POST', ...request })
    expect(answer.status, JSON.stringify(request).slice(0, 100)).toBe(400)
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
  expect((await rawRequest(String(baseURL), { path: '/preferences' })).status).toBe(405)
})

test('a preference leads back to the page it was made on, and never to another site', async ({ baseURL }) => {
  const host = new URL(String(baseURL)).host
  const referers = {
    [`http://${host}/en/factors?convention=geometric`]: '/en/factors?convention=geometric',
    'https://evil.example/phish': '/',
    [`http://${host}.evil.example/`]: '/',
    [`http://${host}//evil.example/`]: '/',
    [`http://${host}/\\evil.example/`]: '/',
    'not a url': '/',
    '': '/',
  }
  for (const [referer, location] of Object.entries(referers)) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', referer }
    const answer = await rawRequest(String(baseURL), {
      path: '/preferences',
      method: 'POST',
      headers,
      body: 'name=theme&choice=dark',
    })
    expect(answer.status, referer).toBe(303)
    expect(answer.headers.location, referer).toBe(location)
    expect(String(answer.headers['set-cookie']), referer).toMatch(/^theme=dark; Path=\/;.*SameSite=lax/i)
  }
})

/** Presses one of the buttons that say what holds and change it to the next. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).filter({ visible: true }).click()
  await expect(page.getByRole('button', { name, exact: true }).filter({ visible: true })).toHaveCount(0)
}

function signColours(page: Page): Promise<{ gain: string; loss: string }> {
  return page.evaluate(
    ([gain, loss]) => {
      const colourOf = (selector: string) => {
        const element = document.querySelector(selector)
        return element ? getComputedStyle(element).color : 'absent'
      }
      return { gain: colourOf(gain), loss: colourOf(loss) }
    },
    [GAIN, LOSS] as const,
  )
}

/** Address of the picture that the browser chose and drew; empty before it is there. */
function shownPicture(page: Page): Promise<string> {
  return page
    .locator('main picture img')
    .first()
    .evaluate((img: HTMLImageElement) => (img.naturalWidth > 0 ? img.currentSrc : ''))
}
