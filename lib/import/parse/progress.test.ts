import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { showProgress, withProgress } from './progress'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

it('writes what a load is doing every five seconds when the output is not a terminal', () => {
  let output = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    output += text
    return true
  })
  const { onProgress, end } = showProgress('folder/returns.csv')
  vi.advanceTimersByTime(5_000)
  onProgress('40% copied')
  vi.advanceTimersByTime(5_000)
  end()
  vi.advanceTimersByTime(60_000)
  const lines = output.replaceAll('\r\u001B[2K', '\n').split('\n')
  expect(lines).toContain('returns.csv: reading and checking, 5 s')
  expect(lines).toContain('returns.csv: 40% copied, 10 s')
  expect(output).not.toContain('15 s')
})

it('reports the share of pieces that has been taken', () => {
  const messages: string[] = []
  const pieces = [...withProgress(['aaa', 'a'], 4, (activity) => messages.push(activity))]
  expect(pieces).toEqual(['aaa', 'a'])
  expect(messages).toEqual(['75% of 0.0 MB copied', '100% of 0.0 MB copied', 'comparing and writing'])
})
