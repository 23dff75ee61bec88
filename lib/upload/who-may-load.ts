import { userInfo } from 'node:os'
import { readEnv } from '@/lib/db/env'
import { isLoopback, plainName } from '@/lib/http/loopback'

/** Somebody who may load files, and withdraw loads, in the browser. */
export interface Loader {
  /** As the data versions name them. */
  name: string
}

/**
 * Returns who may load in the browser: the user of this machine, while the server can be reached from this machine alone
 * and nobody has to sign in; null otherwise.
 * @param forwardedFor the X-Forwarded-For of a request, which names the clients of a proxy: they must be this machine too
 */
export function whoMayLoad(forwardedFor: string | null = null): Loader | null {
  const { HOST, PUBLIC_URL } = readEnv(process.env)
  const clients = forwardedFor?.split(',').map((address) => address.trim().replace(/^::ffff:/i, '')) ?? []
  const hosts = [HOST, ...(PUBLIC_URL === undefined ? [] : [new URL(PUBLIC_URL).hostname]), ...clients]
  const isLocal = hosts.every((host) => isLoopback(plainName(host)))
  return isLocal && !hasAccounts() ? { name: userInfo().username } : null
}

/** Returns whether AUTH asks for anything but access without accounts. */
function hasAccounts(): boolean {
  return !['', 'off'].includes(process.env.AUTH ?? '')
}
