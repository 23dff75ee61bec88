import { describe, expect, it } from 'vitest'
import { readEnv } from '@/lib/db/env'
import { StoreError } from '@/lib/db/store-error'
import { explain, explainDeath } from './explain'
import { Refusal } from './refusal'
import { ProgramFailure } from './run-program'

describe('explain', () => {
  it.each([
    Object.assign(new Error('write'), { code: 'ENOSPC', path: '/data/x' }),
    Object.assign(new Error('could not extend file'), { code: '53100' }),
    new ProgramFailure('initdb ended with 1. could not write: No space left on device'),
  ])('says that the disk is full', (error) => {
    expect(explain(error)).toMatch(/^The disk is full.*free some space and start again/)
  })

  it.each(['EACCES', 'EPERM', 'EROFS'])('names what may not be written (%s)', (code) => {
    const error = Object.assign(new Error('mkdir'), { code, path: '/data' })
    expect(explain(error)).toBe(
      'This account may not write (/data): give it the right, or set DATA_DIR to a folder of its own.',
    )
  })

  it('shows the message of a refusal unchanged', () => {
    expect(explain(new Refusal('Port 3000 is in use.'))).toBe('Port 3000 is in use.')
    expect(explain(new StoreError('The store is newer.'))).toBe('The store is newer.')
  })

  it('shows where an unknown error comes from', () => {
    expect(explain(new TypeError('x is not a function'))).toContain('explain.test.ts')
  })
})

it('distinguishes a full disk from other causes that end the database', () => {
  expect(explainDeath('PANIC: could not write: No space left on device', '/data')).toMatch(/^The disk is full/)
  expect(explainDeath('LOG: received fast shutdown request', '/data')).toMatch(
    /^The database ended by itself: see postgres.log in \/data/,
  )
})

it('names a wrong environment variable, and treats an empty one as unset', () => {
  expect(() => readEnv({ PORT: '70000', DATABASE_URL: 'mysql://x' })).toThrow(
    /^An environment variable is invalid \(DATABASE_URL: .*PORT: /,
  )
  expect(readEnv({ PORT: '', DATABASE_URL: '' })).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', LOAD_DEMO: true })
})
