import type { Page } from 'playwright/test'
import { runProgram } from '@/lib/boot/run-program'
import { expect, test } from './fixtures'

/** The fonts of Chinese and of English pages. */
const FONTS = ['Noto Sans CJK SC', 'Liberation Sans']
/** Chromium with which the pictures were made: another one breaks lines elsewhere. */
const MADE_WITH = '156'

test.beforeEach(async ({ browser }) => {
  const [major] = browser.version().split('.')
  test.skip(major !== MADE_WITH, `The pictures were made with Chromium ${MADE_WITH}, and this is ${major}.`)
  const known = await Promise.all(FONTS.map(hasFont))
  test.skip(
    known.includes(false),
    `The pictures were made with ${FONTS.join(' and ')}, which this machine lacks: other fonts, other pixels.`,
  )
})

const SMALL = { maxDiffPixelRatio: 0.002, animations: 'disabled' } as const

test.describe('on a desk', () => {
  test.use({ viewport: { width: 1440, height: 2200 } })

  test('the report', async ({ page }) => {
    await open(page, '/weeks/2024-08-30')
    await expect(page).toHaveScreenshot('report-1440-light.png', SMALL)
  })

  test('the report in the dark', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await open(page, '/weeks/2024-08-30')
    await expect(page).toHaveScreenshot('report-1440-dark.png', SMALL)
  })

  test('the report in English', async ({ page }) => {
    await open(page, '/en/weeks/2024-08-30')
    await expect(page).toHaveScreenshot('report-1440-english.png', SMALL)
  })

  test('a factor', async ({ page }) => {
    await open(page, '/factors/multi-granularity-10d')
    await expect(page).toHaveScreenshot('factor-1440-light.png', { ...SMALL, fullPage: true })
  })

  test('all factors', async ({ page }) => {
    await open(page, '/factors')
    await expect(page).toHaveScreenshot('factors-1440-light.png', { ...SMALL, fullPage: true })
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 1600 }, isMobile: true, hasTouch: true })

  test('the report', async ({ page }) => {
    await open(page, '/weeks/2024-08-30')
    await expect(page).toHaveScreenshot('report-390-light.png', SMALL)
  })
})

/** Opens a page and waits until every picture is drawn, also below the first screen. */
async function open(page: Page, path: string): Promise<void> {
  // The picture must not depend on whether another test has made the PDF.
  await page.route('**/report.pdf', (route) => route.fulfill({ status: 200 }))
  await page.goto(path)
  await page.evaluate(async () => {
    const images = [...document.images]
    for (const img of images) img.loading = 'eager'
    await Promise.all(images.map((img) => img.decode()))
    await document.fonts.ready
  })
}

async function hasFont(font: string): Promise<boolean> {
  const match = await runProgram('fc-match', ['-f', '%{family}', font]).catch(passMissingProgram)
  return match.includes(font)
}

/** Returns an empty text for a machine without fontconfig, which has other fonts. */
function passMissingProgram(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return ''
  throw error
}
