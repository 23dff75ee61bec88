import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { quoteArgument } from './quote-argument'

const PATHS = [
  'exp P/1-markets.csv',
  "it's/$HOME `x`.csv",
  'a"b\\c.csv',
  '~/a;b&c|d.csv',
  '周报 1.csv',
  'a\nb',
  '*',
  '',
]

// Windows has no POSIX shell to read it.
describe.skipIf(process.platform === 'win32')('an argument', () => {
  it.each(PATHS)('%j is read back by a POSIX shell', (path) => {
    const command = `printf %s ${quoteArgument(path, 'linux')}`
    expect(execFileSync('/bin/sh', ['-c', command], { encoding: 'utf8' })).toBe(path)
  })
})

it.each([
  ['store/1-markets.csv', 'linux', 'store/1-markets.csv'],
  ['../周报/2.csv', 'linux', '../周报/2.csv'],
  ['exp P/1.csv', 'linux', "'exp P/1.csv'"],
  ["it's.csv", 'darwin', String.raw`'it'\''s.csv'`],
  [String.raw`C:\store\1.csv`, 'win32', String.raw`C:\store\1.csv`],
  [String.raw`C:\exp P\1.csv`, 'win32', String.raw`"C:\exp P\1.csv"`],
  ['a&b,c.csv', 'win32', '"a&b,c.csv"'],
] as const)('%s on %s is %s', (path, platform, quoted) => expect(quoteArgument(path, platform)).toBe(quoted))
