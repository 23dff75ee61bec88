import { type BloomFilter, filterHas } from './bloom-filter'

let kept: Promise<BloomFilter> | null = null

/**
 * Returns whether a password in lower case is among the commonest ones of 12 characters or more that leaked: 44,000 of the
 * first million of SecLists, https://github.com/danielmiessler/SecLists. One in a thousand others counts as common too.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  kept ??= readFilter()
  return filterHas(await kept, password)
}

/** Read only when somebody chooses a password. */
async function readFilter(): Promise<BloomFilter> {
  const { default: written } = await import('./common-passwords.json')
  return { bits: Buffer.from(written.bits, 'base64'), hashes: written.hashes }
}
