import { defineConfig } from 'vitest/config'
import { TEST_TODAY } from '../lib/testing/run/test-today'

/** The tests that read a running instance over HTTP: INSTANCE_URL names it. */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    env: { FACTOR_WEEKLY_TODAY: TEST_TODAY },
    include: ['e2e/http/**/*.test.ts'],
    // The instance has the other half of a small machine.
    maxWorkers: 2,
    // The test files of a worker share its modules and the pages that it has read.
    isolate: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
