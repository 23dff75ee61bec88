import { AsyncLocalStorage } from 'node:async_hooks'

/** Next bundles this module more than once: all copies share one context of the process. */
const shared: typeof globalThis & { factorWeeklyRequest?: AsyncLocalStorage<string> } = globalThis
shared.factorWeeklyRequest ??= new AsyncLocalStorage()
const context = shared.factorWeeklyRequest

/** Runs a part of answering a request; what it logs carries the id of the request. */
export function inRequest<Result>(id: string, run: () => Result): Result {
  return context.run(id, run)
}

/** Returns the id of the request that is being answered; undefined outside of one. */
export function requestId(): string | undefined {
  return context.getStore()
}
