import { isIP } from 'node:net'
import { isLoopback, plainName } from '@/lib/http/loopback'

interface Listening {
  /** The address that the server listens on. */
  host: string
  /** Scheme and host of PUBLIC_URL, if set. */
  publicUrl?: string | undefined
  /** The name of this machine. */
  machine: string
}

/**
 * Returns a function that tells whether a Host header names this server. A page of another site can point a name of its
 * own at this server ("DNS rebinding") and would then read it with the rights of its visitor, so names are checked:
 *
 * - names of the loopback address, HOST and the host of PUBLIC_URL are known;
 * - if the server listens to a network, so are the name of this machine and any address: no name leads to an address
 *   that was typed.
 */
export function knownHosts({ host, publicUrl, machine }: Listening): (header: string) => boolean {
  const name = machine.toLowerCase()
  const names = new Set([plainName(host)])
  if (publicUrl !== undefined) names.add(plainName(new URL(publicUrl).hostname))
  const isOpen = !isLoopback(host)
  if (isOpen) for (const known of [name, `${name.split('.')[0]}.local`]) names.add(known)
  return (header) => {
    const asked = hostnameOf(header)
    if (asked === null) return false
    return isLoopback(asked) || names.has(asked) || (isOpen && isIP(asked) > 0)
  }
}

/** Returns the name or address in a Host header, in lower case; null when it is neither. */
function hostnameOf(header: string): string | null {
  if (!/^[\w.:[\]-]+$/.test(header) || !URL.canParse(`http://${header}`)) return null
  return plainName(new URL(`http://${header}`).hostname)
}
