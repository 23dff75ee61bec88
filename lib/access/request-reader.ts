import { AsyncLocalStorage } from 'node:async_hooks'
import { currentScope } from '@/lib/scope/current-scope'
import { includesRole, LOCAL, type Reader, type Role } from './reader'

/** Next bundles this module more than once: all copies share one context of the process. */
const shared: typeof globalThis & { factorWeeklyReader?: AsyncLocalStorage<Reader | null> } = globalThis
shared.factorWeeklyReader ??= new AsyncLocalStorage()
const context = shared.factorWeeklyReader

/** Signals a reader whose role is too small. */
class Forbidden extends Error {
  override name = 'Forbidden'
}

/** Runs a part of answering a request; `currentReader` then returns who sent it. */
export function forReader<Result>(reader: Reader | null, run: () => Result): Result {
  return context.run(reader, run)
}

/**
 * Returns who sent the request that is being answered, as the server in front of Next found it; null for somebody who has
 * not signed in.
 * @throws OutOfScope outside of a request, unless AUTH is off
 */
export function currentReader(): Reader | null {
  const reader = context.getStore()
  if (reader !== undefined) return reader
  currentScope()
  return LOCAL
}

/** Returns who sent the request that is being answered; undefined outside of one, and where nobody has to sign in. */
export function readerOfRequest(): Reader | null | undefined {
  return context.getStore()
}

/**
 * The second lock of what writes and of pages of the desk: the access table has already refused who may not.
 * @returns the reader
 * @throws Forbidden when the reader's role does not include `least`
 */
export function requireRole(least: Role): Reader {
  const reader = currentReader()
  if (reader === null || !includesRole(reader.role, least)) throw new Forbidden(`this is for the role ${least}`)
  return reader
}
