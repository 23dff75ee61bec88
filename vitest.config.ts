import { defineConfig } from 'vitest/config'
import { TEST_TODAY } from './lib/testing/run/test-today'

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    env: { FACTOR_WEEKLY_TODAY: TEST_TODAY },
    include: ['lib/**/*.test.ts', 'prisma/**/*.test.ts', 'components/**/*.test.tsx'],
    globalSetup: 'lib/testing/database/global-setup.ts',
    // As many workers as processors; Vitest would leave one idle, which is half of a small machine.
    maxWorkers: '100%',
    // A worker loads each module once for all of its test files: loading them anew takes longer than most tests.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
