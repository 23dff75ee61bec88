import { createHash } from 'node:crypto'
import { currentScope } from '@/lib/scope/current-scope'
import { scopeHash } from '@/lib/scope/read-scope'
import { findStamp } from './latest-version'
import { newestAliases } from './newest-aliases'

/**
 * Returns the key by which something read as of a data version is kept, for readers of the current scope.
 * @param parts what else it depends on, in JSON
 * @returns null for a version that is not loaded yet: what is true as of it may change
 */
export async function keyAsOf(version: number, parts: readonly unknown[]): Promise<string | null> {
  const [stamp, { edition }] = await Promise.all([findStamp(version), newestAliases()])
  if (stamp === null) return null
  return createHash('sha256')
    .update(JSON.stringify([version, stamp, edition, scopeHash(currentScope()), ...parts]))
    .digest('base64')
}
