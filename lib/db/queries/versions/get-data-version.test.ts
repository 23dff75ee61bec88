import { expect, it } from 'vitest'
import { prisma } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/prisma/client'
import { emptyStore } from '@/lib/testing/database/test-store'
import { getDataVersion } from './get-data-version'
import { getLatestVersion } from './get-latest-version'
import { getVersionStamp } from './get-version-stamp'
import { wasDemoLoaded } from './was-demo-loaded'

const FIRST = {
  id: 1,
  loadedAt: new Date('2024-09-02T01:30:00.123Z'),
  kind: 'factor_returns',
  sourceName: 'a.csv',
  sourceSha256: '0'.repeat(64),
  rowsNew: 3,
  rowsRestated: 2,
  rowsUnchanged: 1,
  rowsWithdrawn: 0,
  withdrawnVersion: null,
  reason: null,
  isDemo: false,
  loadedBy: null,
  declaredAs: null,
  declaredUnit: null,
  declaredColumns: [],
  accepted: [],
} satisfies Prisma.DataVersionCreateInput

emptyStore()

it('is null before the first load', async () => {
  expect(await getLatestVersion()).toBeNull()
  expect(await getDataVersion(1)).toBeNull()
  expect(await getVersionStamp(1)).toBeNull()
  expect(await wasDemoLoaded({ version: 1 })).toBe(false)
})

it('is found by its number; without a number the newest is found', async () => {
  await prisma.dataVersion.create({ data: FIRST })
  await prisma.dataVersion.create({ data: { ...FIRST, id: 2, isDemo: true } })
  await prisma.dataVersion.create({ data: { ...FIRST, id: 3 } })
  expect(await getDataVersion(1)).toEqual(FIRST)
  expect(await getLatestVersion()).toEqual({ ...FIRST, id: 3 })
  expect(await getDataVersion(4)).toBeNull()
})

it('is marked as demo from the first synthetic load on', async () => {
  const marks = [1, 2, 3].map((version) => wasDemoLoaded({ version }))
  expect(await Promise.all(marks)).toEqual([false, true, true])
})

it('keeps its stamp after later loads', async () => {
  const before = await getVersionStamp(2)
  await prisma.dataVersion.create({ data: { ...FIRST, id: 4, kind: 'catalogue' } })
  expect(await getVersionStamp(2)).toBe(before)
  expect(await getVersionStamp(4)).not.toBe(before)
})
