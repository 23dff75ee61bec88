import { describe, expect, it } from 'vitest'
import { parseDate } from './parse-date'

const TODAY = '2024-09-30'

it.each([
  '2024-09-02',
  '2024-9-2',
  '2024/9/2',
  '2024/09/02',
  '2024.9.2',
  '20240902',
  '2024年9月2日',
  '2024年09月02日',
  '2024/9/2 0:00',
  '2024-09-02 00:00:00',
  '2024-09-02T00:00:00',
  '2024-09-02T00:00:00.000Z',
  '2024-09-02 00:00:00+08:00',
  '20240902 00:00:00.000000000',
])('reads %s', (text) => {
  expect(parseDate(text, TODAY)).toBe('2024-09-02')
})

it.each([
  '2024/2/30',
  '20240230',
  '2024-9/2',
  '2024/13/1',
  '2024/9',
  '202492',
  '24/9/2',
  '2024年9月',
  '2024/9/2 15:00',
  '2024-09-02 00:00:01',
  '2024-09-02T00',
  '20240902.5',
  '2024/9/2 x',
  '昨天',
])('does not take %s for a date', (text) => {
  expect(parseDate(text, TODAY)).toMatchObject({ rule: 'not-a-date' })
})

it('refuses a future date in every form', () => {
  expect(parseDate('2024/10/1', TODAY)).toMatchObject({ rule: 'in-the-future' })
})

describe('the remedy', () => {
  it.each([
    ['02/09/2024', 'in Excel, format the cells as yyyy-mm-dd'],
    ['9/2/24 0:00', 'day and month look the same'],
    ['45537', 'in Excel, format the cells as yyyy-mm-dd'],
    ['2024-09-01T16:00:00.000Z', 'dt.tz_convert("Asia/Shanghai").dt.date'],
    ['2024-09-01 16:00:00+00:00', 'dt.tz_convert("Asia/Shanghai").dt.date'],
    ['2024-09-02 09:30:00', 'without a time'],
    ['2024/2/30', 'a date that exists'],
  ])('for %s', (text, remedy) => {
    expect(parseDate(text, TODAY)).toMatchObject({ remedy: expect.stringContaining(remedy) })
  })
})
