import { expect, it } from 'vitest'
import { versionStamp } from './version-stamp'

const version = { id: 3, loadedAt: new Date('2024-09-02T01:10:00.000Z'), sourceSha256: 'ab'.repeat(32) }

it('is equal for the same version and differs for any other', () => {
  const stamp = versionStamp(version)
  expect(stamp).toMatch(/^[0-9a-f]{8}$/)
  expect(versionStamp({ ...version, loadedAt: new Date(version.loadedAt) })).toBe(stamp)
  expect(versionStamp({ ...version, id: 4 })).not.toBe(stamp)
  expect(versionStamp({ ...version, loadedAt: new Date('2024-09-02T01:10:00.001Z') })).not.toBe(stamp)
  expect(versionStamp({ ...version, sourceSha256: 'ba'.repeat(32) })).not.toBe(stamp)
})
