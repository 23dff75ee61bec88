import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import { currentScope, inScope, OutOfScope, refuseLimited, requireScope } from './current-scope'
import { EVERYTHING, type ReadScope } from './read-scope'

const shared: typeof globalThis & { factorWeeklyScope?: { isRequired: boolean } } = globalThis

afterEach(() => {
  if (shared.factorWeeklyScope) shared.factorWeeklyScope.isRequired = false
})

it('is that of each request, however many are answered at once', async () => {
  const scopes = Array.from({ length: 50 }, (_, index): ReadScope => ({ ...EVERYTHING, markets: [`M${index}`] }))
  const seen = scopes.map((scope, index) =>
    inScope(scope, async () => {
      await sleep(index % 7)
      return currentScope()
    }),
  )
  expect(await Promise.all(seen)).toEqual(scopes)
  expect(currentScope()).toBe(EVERYTHING)
})

it('refuses lists of loads to readers of a part', () => {
  expect(() => refuseLimited()).not.toThrow()
  expect(() => inScope({ ...EVERYTHING, series: [] }, refuseLimited)).toThrow(OutOfScope)
})

it('must be there once it is required', () => {
  requireScope()
  expect(() => currentScope()).toThrow('outside of the scope')
  expect(inScope(EVERYTHING, currentScope)).toBe(EVERYTHING)
})
