import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { isStandardInput, withStandardInput } from './standard-input'

it('runs with a copy of standard input, and removes it', async () => {
  let copy = ''
  const text = await withStandardInput(
    (path) => {
      copy = path
      return readFile(path, 'utf8')
    },
    Readable.from(['date,series\n', '2024-08-30,skewness\n']),
  )
  expect(text).toBe('date,series\n2024-08-30,skewness\n')
  expect(basename(copy)).toBe('stdin')
  expect(existsSync(copy)).toBe(false)
})

it.each([
  ['-', true],
  ['/dev/stdin', true],
  ['week.csv', false],
])('reads %s from standard input: %s', (path, isInput) => {
  expect(isStandardInput(path)).toBe(isInput)
})
