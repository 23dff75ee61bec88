import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { showProgress } from './progress'

const { isTTY, columns } = process.stderr
let output: string

beforeEach(() => {
  vi.useFakeTimers()
  output = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    output += text
    return true
  })
})

afterEach(() => {
  Object.assign(process.stderr, { isTTY, columns })
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** Runs three seconds of a command, and one after its end. */
function run(terminal: { isTTY: boolean; columns: number }, options: { json?: boolean }): string {
  Object.assign(process.stderr, terminal)
  const { onProgress, end } = showProgress('week.csv: reading', options)
  vi.advanceTimersByTime(2_000)
  onProgress('week.csv: 40% of 12.0 MB read')
  vi.advanceTimersByTime(1_000)
  end()
  vi.advanceTimersByTime(1_000)
  return output
}

it('renews one line of a terminal every second until the end', () => {
  expect(run({ isTTY: true, columns: 80 }, {}).split('\r\u001B[2K')).toEqual([
    ...['', 'week.csv: reading, 1 s', 'week.csv: reading, 2 s', 'week.csv: 40% of 12.0 MB read, 3 s', ''],
  ])
})

it('keeps the line within the terminal', () => {
  expect(run({ isTTY: true, columns: 13 }, {})).toContain('week.csv: 40\r')
})

it('writes nothing into a log, nor beside JSON', () => {
  expect(run({ isTTY: false, columns: 80 }, {})).toBe('')
  expect(run({ isTTY: true, columns: 80 }, { json: true })).toBe('')
})
