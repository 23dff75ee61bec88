import { userInfo } from 'node:os'
import { defineConfig } from 'playwright/test'
import { findBrowser } from '@/lib/testing/run/browser'
import { TEST_SEED } from '@/lib/testing/run/run-mode'

const executablePath = findBrowser()

// Each worker reads the test files anew, and has to find the same samples in them.
process.env.TEST_SEED = TEST_SEED

// A browser that calls home, or changes its mind about the network, is not to decide a test.
const QUIET = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
const FLAGS = [...QUIET, '--disable-component-update', '--disable-sync', '--font-render-hinting=none']

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  fullyParallel: true,
  forbidOnly: true,
  ...(process.env.TEST_LONG === '1' ? {} : { grepInvert: /@long/ }),
  workers: 2,
  retries: 0,
  // A busy machine is not to decide a test either: what is wrong stays wrong when waited for.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.INSTANCE_URL ?? 'http://localhost:3000',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    contextOptions: { reducedMotion: 'reduce' },
    // A new tab costs a process and cold caches, three times what the page itself costs; Playwright clears a used one.
    reuseContext: true,
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      // Chromium's sandbox does not work for root.
      args: userInfo().uid === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS,
    },
  },
})
