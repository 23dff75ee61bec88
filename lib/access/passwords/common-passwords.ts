import { filterHas } from './bloom-filter'

/**
 * Returns whether a password in lower case is among the commonest ones of 12 characters or more that leaked: 44,000 of the
 * first million of SecLists, https://github.com/danielmiessler/SecLists. One in a thousand others counts as common too.
 */
export async function isCommonPassword(password: string): Promise<boolean> {
  const { default: kept } = await import('./common-passwords.json')
  return filterHas({ bits: Buffer.from(kept.bits, 'base64'), hashes: kept.hashes }, password)
}
