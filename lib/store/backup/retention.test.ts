import { expect, it } from 'vitest'
import { addDays } from '@/lib/base/dates'
import { backupName, backupsToRemove } from './retention'

const TODAY = '2026-11-30'

/** Three years of a backup each day, the last one today. */
const DAILY = Array.from({ length: 1_096 }, (_, back) => backupName(addDays(TODAY, -back), 2_000 - back)).reverse()

it('keeps the last days, the last of each of twelve months and of each year', () => {
  const removed = new Set(backupsToRemove(DAILY, TODAY, 14))
  const kept = DAILY.filter((name) => !removed.has(name)).map((name) => name.slice(14, 24))
  const [monthEnds, days] = [
    ['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31'],
    Array.from({ length: 14 }, (_, back) => addDays(TODAY, back - 13)),
  ]
  const expected = ['2023-12-31', '2024-12-31', ...monthEnds, '2026-08-31', '2026-09-30', '2026-10-31', ...days]
  expect(kept).toEqual(expected)
})

it('keeps what it kept, when it runs again each day', () => {
  let names: string[] = []
  for (const [index, name] of DAILY.entries()) {
    const today = addDays(TODAY, index - DAILY.length + 1)
    const removed = new Set(backupsToRemove([...names, name], today, 14))
    expect(removed.size).toBeLessThanOrEqual(2)
    names = [...names, name].filter((each) => !removed.has(each))
  }
  const atOnce = new Set(backupsToRemove(DAILY, TODAY, 14))
  expect(names).toEqual(DAILY.filter((name) => !atOnce.has(name)))
})

it('keeps the newest version of a day, and leaves other files alone', () => {
  const names = ['v9', 'v10'].map((version) => `factor-weekly-2020-05-04-${version}.backup`)
  const others = ['factor-weekly-2020-05-03.backup', 'factor-weekly-2020-13-01-v1.backup', 'notes.txt']
  expect(backupsToRemove([...names, ...others], TODAY, 1)).toEqual(names.slice(0, 1))
})

it('removes nothing of a folder whose last backup is old', () => {
  expect(backupsToRemove([backupName('2020-01-31', 1)], TODAY, 14)).toEqual([])
})
