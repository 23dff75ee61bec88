import { AsyncLocalStorage } from 'node:async_hooks'
import { requestId } from '@/lib/log/request-context'
import type { Reader } from '../reader-types'
import { readerOfRequest } from '../request-reader'
import { networkOf } from './network-of'

/** Who does what the audit records. */
export interface Actor {
  kind: 'person' | 'token' | 'share' | 'local' | 'command' | 'unknown'
  /** Id of the person, token or link; null for the others. */
  id: string | null
  /** Network address of the request; null for a command. */
  address: string | null
}

/** A command of this machine. */
export const COMMAND: Actor = { kind: 'command', id: null, address: null }

/** Who uses the machine of a server without accounts, in a browser. */
export const LOCAL_USER: Actor = { kind: 'local', id: null, address: null }

/** Next bundles this module more than once: all copies share one context of the process. */
const shared: typeof globalThis & { factorWeeklyActor?: AsyncLocalStorage<Actor> } = globalThis
shared.factorWeeklyActor ??= new AsyncLocalStorage()
const context = shared.factorWeeklyActor

/** Runs a change of the store; the audit names its actor. */
export function actingAs<Result>(actor: Actor, run: () => Result): Result {
  return context.run(actor, run)
}

/**
 * Returns who changes the store: whom `actingAs` names; in any other request its reader, or without accounts the user of this
 * machine; otherwise a command.
 */
function currentActor(): Actor {
  const named = context.getStore()
  if (named !== undefined) return named
  if (requestId() === undefined) return COMMAND
  const reader = readerOfRequest()
  return reader === undefined ? LOCAL_USER : actorOf(reader, null)
}

/** Returns the current actor as triggers read it from the setting factor_weekly.actor of a transaction. */
export function actorSetting(): string {
  const actor = currentActor()
  return JSON.stringify({ ...actor, address: networkOf(actor.address) })
}

/** Returns the actor that a reader is. */
export function actorOf(reader: Reader | null, address: string | null): Actor {
  if (reader?.kind === 'person' || reader?.kind === 'token' || reader?.kind === 'share')
    return { kind: reader.kind, id: reader.id, address }
  return { kind: 'unknown', id: null, address }
}

/** Returns the network address from which a request came; our server in front of Next sets it. */
export function clientAddress(headers: Headers): string | null {
  return headers.get('x-forwarded-for')
}
