import { userInfo } from 'node:os'
import { defineConfig } from 'playwright/test'
import { findBrowser } from '@/lib/testing/run/browser'
import { TEST_SEED } from '@/lib/testing/run/run-mode'

const executablePath = findBrowser()

// Each worker reads the test files again and must find the same samples in them.
process.env.TEST_SEED = TEST_SEED

// Background requests of the browser and changes of the network must not affect a test.
const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
const FLAGS = [...QUIET, '--disable-component-update', '--disable-sync', '--font-render-hinting=none']

const BASE_URL = process.env.INSTANCE_URL ?? 'http://localhost:3000'

/** Tests of a desk with data of its own, on an instance that they start. */
const DESK = 'own-data.spec.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  fullyParallel: true,
  // The desk's tests are one row of steps: they begin first, so that the others are done beside them.
  projects: [
    { name: 'desk', testMatch: DESK },
    { name: 'demo', testMatch: '*.spec.ts', testIgnore: DESK },
  ],
  forbidOnly: true,
  workers: 2,
  retries: 0,
  // A busy machine must not affect a test either: a real fault is still there after a longer wait.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: BASE_URL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    contextOptions: { reducedMotion: 'reduce' },
    // A reader who has been here before: the line for the others is tested alone.
    storageState: {
      cookies: [],
      origins: [{ origin: BASE_URL, localStorage: [{ name: 'first-visit', value: 'closed' }] }],
    },
    // A new tab needs a process and cold caches, three times the cost of the page; Playwright clears a reused one.
    reuseContext: true,
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      // Chromium's sandbox does not work for root.
      args: userInfo().uid === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS,
    },
  },
})
