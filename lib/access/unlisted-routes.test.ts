import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { unlistedRoutes } from './unlisted-routes'

it('finds that the table has every page and route of the product', () => {
  expect(unlistedRoutes('app')).toEqual([])
})

it('names a page and a route that are not in the table', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'factor-weekly-routes-'))
  const files = [
    '[locale]/[view]/page.tsx',
    '[locale]/[view]/[...rest]/page.tsx',
    '[locale]/[view]/factors/[code]/page.tsx',
    '[locale]/[view]/secret/page.tsx',
    '[locale]/[view]/weeks/[date]/secret.pdf/route.ts',
    '[locale]/[view]/layout.tsx',
    'charts/[...path]/route.ts',
    'secret/route.ts',
    'secret/other.ts',
  ]
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), '')
  }
  expect(unlistedRoutes(folder)).toEqual(['/secret', '/secret', '/weeks/[date]/secret.pdf'])
  await rm(folder, { recursive: true })
})
