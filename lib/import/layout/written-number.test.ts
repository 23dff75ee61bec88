import { describe, expect, it } from 'vitest'
import { asciiForm, isMissing, negativeInParentheses } from './written-number'

it.each([
  ['０．００５', '0.005'],
  ['－１．２％', '-1.2%'],
  ['\u22120.006', '-0.006'],
  ['\u20130.006', '-0.006'],
  ['+0.5\ufe6a', '+0.5%'],
  ['\u30000.5\u00a0', '0.5'],
  ['2024－08－30', '2024-08-30'],
  ['\u2013', '\u2013'],
  ['0.0109', '0.0109'],
])('writes %s as %s', (text, plain) => {
  expect(asciiForm(text)).toBe(plain)
})

describe('a missing value', () => {
  it.each([
    '',
    '-',
    '--',
    '—',
    '——',
    '–',
    'NaN',
    'nan',
    'NA',
    'N/A',
    'n/a',
    '#N/A',
    'null',
    'NULL',
    'None',
    '<NA>',
    '\\N',
  ])('may be written "%s"', (text) => {
    expect(isMissing(text)).toBe(true)
  })

  it.each(['0', '-0', '0.01', '停牌', '#DIV/0!', 'inf', '-.', 'x', '待更新'])('is not "%s"', (text) => {
    expect(isMissing(text)).toBe(false)
  })
})

it.each([
  ['(0.12)', '-0.12'],
  ['（0.12）', '-0.12'],
  ['(1.2%)', '-1.2%'],
  ['(1.2)%', '-1.2%'],
  ['(a)', null],
  ['0.12', null],
  ['()', null],
])('reads %s in parentheses as %s', (text, number) => {
  expect(negativeInParentheses(text)).toBe(number)
})
