import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ['lib/**/*.test.ts', 'prisma/**/*.test.ts', 'components/**/*.test.tsx'],
    globalSetup: 'lib/testing/database/global-setup.ts',
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
})
