import { AsyncLocalStorage } from 'node:async_hooks'
import { EVERYTHING, isLimited, type ReadScope } from './read-scope'

interface Shared {
  scopes: AsyncLocalStorage<ReadScope>
  isRequired: boolean
}

/** Next bundles this module more than once: all copies share one context of the process. */
const shared: typeof globalThis & { factorWeeklyScope?: Shared } = globalThis
shared.factorWeeklyScope ??= { scopes: new AsyncLocalStorage(), isRequired: false }
const context = shared.factorWeeklyScope

/** Signals a reading that the scope of the request does not allow. It is a fault of the program: who may not see a page is refused before. */
export class OutOfScope extends Error {
  override name = 'OutOfScope'
}

/** Runs a part of answering a request: what it reads from the store is limited to the scope. */
export function inScope<Result>(scope: ReadScope, run: () => Result): Result {
  return context.scopes.run(scope, run)
}

/** Makes it a fault, from now on, to read from the store outside of a scope. */
export function requireScope(): void {
  context.isRequired = true
}

/**
 * Returns what may be read now: everything outside of a scope, as for commands.
 * @throws OutOfScope outside of a scope once `requireScope` was called
 */
export function currentScope(): ReadScope {
  const scope = context.scopes.getStore()
  if (scope !== undefined) return scope
  if (context.isRequired) throw new OutOfScope('the store was read outside of the scope of a request')
  return EVERYTHING
}

/**
 * Refuses what only readers of all markets and series may read, such as the list of loads.
 * @throws OutOfScope when the current scope leaves out some of them
 */
export function refuseLimited(): void {
  if (isLimited(currentScope())) throw new OutOfScope('only readers of all markets and series may read this')
}
