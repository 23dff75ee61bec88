import { BlockList, isIP } from 'node:net'

/**
 * Parses addresses and networks separated by commas: "127.0.0.1, 10.0.0.0/8, fd00::/8".
 * @returns null when one of them is neither
 */
export function parseAddressList(text: string): BlockList | null {
  const list = new BlockList()
  return text.split(',').every((entry) => add(list, entry.trim())) ? list : null
}

/** Returns whether a list contains an address, which may be an IPv4 address in the form of IPv6, "::ffff:10.0.0.1". */
export function containsAddress(list: BlockList, address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  return isIP(plain) > 0 && list.check(plain, familyOf(plain))
}

function add(list: BlockList, entry: string): boolean {
  const [, address = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(entry) ?? []
  if (isIP(address) === 0) return false
  const bits = familyOf(address) === 'ipv6' ? 128 : 32
  if (Number(prefix ?? bits) > bits) return false
  list.addSubnet(address, Number(prefix ?? bits), familyOf(address))
  return true
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}
