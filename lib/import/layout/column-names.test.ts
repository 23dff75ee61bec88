import { expect, it } from 'vitest'
import { legOf, readNames, splitSeriesLeg } from './column-names'

it('reads names in English and Chinese, with and without a percent sign', () => {
  expect(readNames(['日期', '因子', '多头(%)', 'Short', '基准'])).toEqual([
    { name: 'date', written: '日期', isPercent: false },
    { name: 'series', written: '因子', isPercent: false },
    { name: 'long', written: '多头', isPercent: true },
    { name: 'Short', written: 'Short', isPercent: false },
    { name: 'benchmark', written: '基准', isPercent: false },
  ])
})

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('takes %s for a name like any other', (name) => {
  expect(readNames([name])).toEqual([{ name, written: name, isPercent: false }])
  expect(legOf(name)).toBeNull()
  expect(splitSeriesLeg(`${name}.long`)).toEqual({ code: name, leg: 'long' })
})
