import { userInfo } from 'node:os'
import { hasAccounts } from '@/lib/access/has-accounts'
import { includesRole, type Reader } from '@/lib/access/reader'
import { currentReader } from '@/lib/access/request-reader'
import { readEnv } from '@/lib/db/env'
import { isLoopback, plainName } from '@/lib/http/loopback'
import { currentScope } from '@/lib/scope/current-scope'
import { isLimited } from '@/lib/scope/read-scope'

/** Somebody who may load files, withdraw loads and write the texts of weeks, in the browser. */
export interface Loader {
  /** As the data versions name them. */
  name: string
  /** Who has signed in; null for the user of this machine. */
  reader: Reader | null
}

/**
 * Returns who may load in the browser: with accounts an editor who has signed in; without them the user of this machine,
 * while the server can be reached from this machine alone; null otherwise.
 * @param forwardedFor the X-Forwarded-For of a request, which names the clients of a proxy: they must be this machine too
 */
export function whoMayLoad(forwardedFor: string | null = null): Loader | null {
  if (!hasAccounts()) return isLocal(forwardedFor) ? { name: userInfo().username, reader: null } : null
  const reader = currentReader()
  return reader?.kind === 'person' && includesRole(reader.role, 'editor') ? { name: reader.name, reader } : null
}

/**
 * Returns whether pages offer to load in the browser. With accounts it depends on the scope alone, so that a page is the same
 * for all readers of its scope: those who see drafts, some of whom are editors.
 */
export function offersLoading(): boolean {
  if (!hasAccounts()) return isLocal(null)
  const scope = currentScope()
  return scope.drafts && !isLimited(scope)
}

function isLocal(forwardedFor: string | null): boolean {
  const { HOST, PUBLIC_URL } = readEnv(process.env)
  const clients = forwardedFor?.split(',').map((address) => address.trim().replace(/^::ffff:/i, '')) ?? []
  const hosts = [HOST, ...(PUBLIC_URL === undefined ? [] : [new URL(PUBLIC_URL).hostname]), ...clients]
  return hosts.every((host) => isLoopback(plainName(host)))
}
