import { expect, it } from 'vitest'
import { versionStamp } from './version-stamp'

const version = { id: 3, loadedAt: new Date('2024-09-02T01:10:00.000Z'), sourceSha256: 'ab'.repeat(32) }
const catalogue = { id: 1, loadedAt: new Date('2024-09-01T01:10:00.000Z'), sourceSha256: 'cd'.repeat(32) }

it('is the same for the same version and another for any other', () => {
  const stamp = versionStamp(version, catalogue)
  expect(stamp).toMatch(/^[0-9a-f]{8}$/)
  expect(versionStamp({ ...version, loadedAt: new Date(version.loadedAt) }, catalogue)).toBe(stamp)
  expect(versionStamp({ ...version, id: 4 }, catalogue)).not.toBe(stamp)
  expect(versionStamp({ ...version, loadedAt: new Date('2024-09-02T01:10:00.001Z') }, catalogue)).not.toBe(stamp)
  expect(versionStamp({ ...version, sourceSha256: 'ba'.repeat(32) }, catalogue)).not.toBe(stamp)
})

it('is another one when the version is shown with another catalogue', () => {
  const stamps = [null, catalogue, { ...catalogue, id: 4 }].map((shownWith) => versionStamp(version, shownWith))
  expect(new Set(stamps).size).toBe(3)
})
