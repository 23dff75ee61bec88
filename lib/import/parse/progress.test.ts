import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { showProgress, toldOf } from './progress'

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

it('says what a load is at, every five seconds where output is kept', () => {
  let said = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text
    return true
  })
  const { tell, end } = showProgress('folder/returns.csv')
  vi.advanceTimersByTime(5_000)
  tell('40% copied')
  vi.advanceTimersByTime(5_000)
  end()
  vi.advanceTimersByTime(60_000)
  const lines = said.replaceAll('\r\u001B[2K', '\n').split('\n')
  expect(lines).toContain('returns.csv: reading and checking, 5 s')
  expect(lines).toContain('returns.csv: 40% copied, 10 s')
  expect(said).not.toContain('15 s')
})

it('tells of pieces as they are taken', () => {
  const told: string[] = []
  const pieces = [...toldOf(['aaa', 'a'], 4, (doing) => told.push(doing))]
  expect(pieces).toEqual(['aaa', 'a'])
  expect(told).toEqual(['75% of 0.0 MB copied', '100% of 0.0 MB copied', 'comparing and writing'])
})
