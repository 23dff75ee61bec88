import { expect, it } from 'vitest'
import { measuredFactor } from '@/lib/analysis/measured-series'
import { tradingWindows } from '@/lib/analysis/trading-windows'
import { translatorFor } from '@/lib/messages/translate'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { missingNotes } from './missing-notes'

const DAYS = shanghaiDays('2023-01-01', '2024-08-30')

interface Made {
  inception?: string
  ended?: string
  isMissing?: (day: string) => boolean
}

/** Returns notes of factors that have every day since inception except those that `isMissing` selects. */
function notes(locale: 'zh' | 'en', ...factors: Made[]) {
  const rows = factors.map(({ inception = '2023-01-03', ended, isMissing = () => false }, index) => {
    const dates = DAYS.filter((day) => day >= inception && !isMissing(day))
    const zeros = dates.map(() => 0)
    const raw = { code: `f${index}`, dates, long: zeros, short: zeros, benchmark: zeros }
    const series = measuredFactor({ code: raw.code, inception, ended: ended ?? null }, raw, DAYS)
    return { series, name: `F${index}`, endedReason: ended === undefined ? null : 'Merged' }
  })
  return missingNotes(rows, tradingWindows(DAYS), translatorFor(locale))
}

it('has no note for a series with every day of the year, whatever it lacks before', () => {
  expect(notes('zh', {}, { isMissing: (day) => day === '2023-12-29' })).toEqual([])
})

it('gives reasons, and letters in the order of the rows with a note', () => {
  const found = notes(
    'en',
    { inception: '2024-03-01' },
    {},
    { isMissing: (day) => day === '2024-05-06' || day === '2024-05-08' },
    { isMissing: (day) => day >= '2024-05-06' && day <= '2024-05-10' },
    { isMissing: (day) => day > '2024-08-20' },
    { inception: '2024-03-01', isMissing: (day) => day > '2024-08-20' },
  )
  expect(found.map(({ letter, code }) => `${letter} ${code}`)).toEqual(['a f0', 'b f2', 'c f3', 'd f4', 'e f5'])
  const [inception, gap, many, ended, endedToo] = found.map(({ text }) => text)
  expect(inception).toMatch(/^F0 has data from 2024-03-01;/)
  expect(gap).toMatch(/^F2 has no data for 2024-05-06, 2024-05-08;/)
  expect(many).toMatch(/^F3 has no data for 5 trading days between 2024-05-06 and 2024-05-10;/)
  expect(ended).toMatch(/^Data of F4 end on 2024-08-20;/)
  expect(endedToo).toMatch(/^Data of F5 end on 2024-08-20;/)
})

it('says from which day a series has data that begin after its inception', () => {
  const isAmong = (days: string[]) => (day: string) => day < '2024-03-01' || days.includes(day)
  const [late, withGap] = notes('en', { isMissing: isAmong([]) }, { isMissing: isAmong(['2024-05-06', '2024-05-07']) })
  expect(late?.text).toBe(
    'F0 has data from 2024-03-01, after its inception on 2023-01-03; periods that begin earlier have no value.',
  )
  expect(withGap?.text).toMatch(/2023-01-03, and lacks 2 trading days since; periods that begin earlier or have a/)
  const [chinese] = notes('zh', { isMissing: isAmong([]) })
  expect(chinese?.text).toBe('F0自 2024-03-01 起有数据（起始日为 2023-01-03），更早开始的区间没有数值。')
})

it('says when and why a series ended in this week, unless its data end before', () => {
  const isAfter = (last: string) => (day: string) => day > last
  const [ended, early] = notes(
    'en',
    { ended: '2024-08-28', isMissing: isAfter('2024-08-28') },
    { ended: '2024-08-28', isMissing: isAfter('2024-08-20') },
  )
  expect(ended?.text).toBe('F0 ended on 2024-08-28: Merged; periods that run past it have no value.')
  expect(early?.text).toMatch(/^Data of F1 end on 2024-08-20;/)
})

it('gives the trading days of a series without any row', () => {
  const [note] = notes('en', { isMissing: () => true })
  expect(note?.text).toMatch(/^F0 has no data for 162 trading days between 2024-01-02 and 2024-08-30;/)
  expect(DAYS.filter((day) => day >= '2024')).toHaveLength(162)
})

it('counts the days of the week in the year before too', () => {
  const days = shanghaiDays('2019-01-01', '2020-01-03')
  const dates = days.filter((day) => day !== '2019-12-31')
  const zeros = dates.map(() => 0)
  const raw = { code: 'f', dates, long: zeros, short: zeros, benchmark: zeros }
  const series = measuredFactor({ code: 'f', inception: '2019-01-02', ended: null }, raw, days)
  const [note] = missingNotes([{ series, name: 'F', endedReason: null }], tradingWindows(days), translatorFor('zh'))
  expect(note).toEqual({ code: 'f', letter: 'a', text: 'F缺 2019-12-31 的数据，包含缺失日的区间没有数值。' })
})

it('continues with aa after z', () => {
  const letters = notes('zh', ...Array.from({ length: 54 }, () => ({ inception: '2024-03-01' }))).map(
    ({ letter }) => letter,
  )
  expect([letters[25], letters[26], letters[27], letters[51], letters[52], letters[53]]).toEqual([
    'z',
    'aa',
    'ab',
    'az',
    'ba',
    'bb',
  ])
})
