import { expect, it } from 'vitest'
import { decodeWorkbookText } from './workbook-text'

it.each([
  ['plain', 'plain'],
  ['two_x000D_\nlines', 'two\r\nlines'],
  ['a_x005F_b', 'a_b'],
  ['_x005F_x000D_', '_x000D_'],
  ['_x005f_x4e2d_', '_x4e2d_'],
  ['_x4E2d__x6587_', '中文'],
  ['nul_x0000_', 'nul\0'],
  ['_x00D_ _xGGGG_ x000D_', '_x00D_ _xGGGG_ x000D_'],
  ['half a character _xD83D_', 'half a character _xD83D_'],
])('reads %j', (text, expected) => {
  expect(decodeWorkbookText(text)).toBe(expected)
})
