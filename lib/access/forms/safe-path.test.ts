import { expect, it } from 'vitest'
import { safePath } from './safe-path'

it.each(['/', '/en', '/en/factors?line=drawdown&x=1', '/weeks/2024-08-30', '/signs'])('keeps %s', (path) => {
  expect(safePath(path)).toBe(path)
})

it.each([
  null,
  '',
  'factors',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/x\n//evil.example',
  '/a/..//evil.example',
  'javascript:alert(1)',
  '/sign-in',
  '/en/sign-in?to=/x',
  '/api/auth/sign-out',
])('leads from %j to the first page', (path) => {
  expect(safePath(path)).toBe('/')
})
