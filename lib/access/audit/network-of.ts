import { isIP } from 'node:net'

/** Groups of an address of IPv6 that stay: the network of a site (/48). */
const IPV6_GROUPS = 3

/**
 * Returns the network of an address, which alone the audit keeps: without the last number of IPv4 (/24), or after the third
 * group of IPv6 (/48). Null for what is no address.
 * @example networkOf('192.0.2.7') // '192.0.2.0'
 * @example networkOf('2001:db8:1:2::7') // '2001:db8:1::'
 */
export function networkOf(address: string | null): string | null {
  const plain = address?.trim().replace(/^::ffff:(?=\d+\.)/i, '') ?? ''
  const kind = isIP(plain)
  if (kind === 4) return plain.replace(/\d+$/, '0')
  if (kind !== 6) return null
  // An address without "::" has all of its groups.
  const groups = (plain.split('::', 1)[0] ?? '').split(':').filter((group) => group !== '')
  return `${groups.slice(0, IPV6_GROUPS).join(':')}::`
}
