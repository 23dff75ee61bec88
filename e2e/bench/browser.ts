import { userInfo } from 'node:os'
import { type Browser, chromium } from 'playwright/test'
import { findBrowser } from '@/lib/testing/run/browser'

/** Background requests of the browser would change the measurement. */
const QUIET = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Runs `use` with a new browser, and always closes it. */
export async function withBrowser<Result>(use: (browser: Browser) => Promise<Result>): Promise<Result> {
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    // Chromium's sandbox does not work for root.
    args: userInfo().uid === 0 ? [...QUIET, '--no-sandbox'] : QUIET,
  })
  try {
    return await use(browser)
  } finally {
    await browser.close()
  }
}
