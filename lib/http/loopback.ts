import { isIP } from 'node:net'

/** Returns a host name in lower case, without the dot of the root and without the brackets of an IPv6 address. */
export function plainName(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
}

/** Returns whether a plain name leads to this machine alone. */
export function isLoopback(name: string): boolean {
  return /^(.+\.)?localhost$/.test(name) || name === '::1' || (isIP(name) === 4 && name.startsWith('127.'))
}
