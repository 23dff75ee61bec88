import { afterEach, expect, it, vi } from 'vitest'
import { logAsJson } from './json-log'
import { logError, logInfo, logWarning } from './log'
import { inRequest } from './request-context'

afterEach(() => vi.restoreAllMocks())

/** Runs `use` while this process logs JSON, and returns the lines. */
function linesOf(use: () => void): Record<string, unknown>[] {
  const written: string[] = []
  const undo = logAsJson({ write: (line) => void written.push(line) })
  try {
    use()
  } finally {
    undo()
  }
  return written.map((line) => JSON.parse(line))
}

it('writes plain lines on standard error, a warning without and a failure with the stack, and no secrets', () => {
  const printed = vi.spyOn(console, 'error').mockReturnValue()
  const error = new Error('no answer of postgresql://desk:pa55word@db/x')
  logInfo('request')
  logWarning('The chart could not be made', error)
  logError('A request failed', error)
  logError('Port 3000 is in use.')
  const [warning, failure, alone, ...more] = printed.mock.calls.flat()
  expect(warning).toBe('The chart could not be made: no answer of postgresql://desk:***@db/x')
  expect(failure).toMatch(/^A request failed: Error: no answer of postgresql:\/\/desk:\*\*\*@db\/x\n +at /)
  expect(alone).toBe('Port 3000 is in use.')
  expect(more).toEqual([])
})

it('writes a line of JSON each, with time, request, error and what packages print', () => {
  const lines = linesOf(() => {
    inRequest('7f3a', () => logWarning('The store is away', Object.assign(new Error('gone'), { code: '57P01' })))
    logInfo('request', { url: '/x?token=abc', status: 200, cookie: 'a=b', headers: { authorization: 'Bearer x' } })
    console.error('\u001b[31m⨯\u001b[39m %s failed', 'rendering')
  })
  expect(lines.map(({ level, message }) => [level, message])).toEqual([
    ['warn', 'The store is away'],
    ['info', 'request'],
    ['error', '⨯ rendering failed'],
  ])
  expect(lines[0]).toMatchObject({ requestId: '7f3a', error: { name: 'Error', message: 'gone' } })
  expect(lines[0]).toMatchObject({ error: { stack: expect.stringContaining("code: '57P01'") } })
  expect(lines[1]).toMatchObject({ url: '/x?token=***', cookie: '***', headers: { authorization: '***' }, status: 200 })
  expect(lines[1]).not.toHaveProperty('requestId')
  for (const { time } of lines) expect(new Date(String(time)).toISOString()).toBe(time)
})

it('gives concurrent requests their own ids, also after a wait', async () => {
  const written: string[] = []
  const undo = logAsJson({ write: (line) => void written.push(line) })
  await Promise.all(
    ['first', 'second'].map((id) =>
      inRequest(id, async () => {
        await new Promise((settle) => setTimeout(settle, 1))
        logWarning(id)
      }),
    ),
  )
  undo()
  const lines = written.map((line) => JSON.parse(line))
  expect(lines.map(({ message, requestId }) => [message, requestId])).toEqual([
    ['first', 'first'],
    ['second', 'second'],
  ])
})
