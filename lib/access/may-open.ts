import { currentScope } from '@/lib/scope/current-scope'
import { isLimited } from '@/lib/scope/read-scope'
import { ruleOf } from './decide'
import { includesRole } from './reader-types'
import { isShared } from './shares/shared-address'

/**
 * Returns whether a page may link to another page: not to one that clients may not see, when its own readers are clients.
 * It depends on the scope alone, so that a page is the same for all readers of its scope.
 * @param path within the product, such as "/factors?line=drawdown"
 */
export function mayOpen(path: string): boolean {
  const scope = currentScope()
  if (!isLimited(scope)) return true
  const page = path.split(/[?#]/, 1)[0] ?? ''
  const rule = ruleOf(page)
  if (scope.share !== undefined) return rule !== undefined && isShared(scope.share, { rule, path: page, query: null })
  const least = rule?.read
  return least === 'anyone' || (least !== undefined && includesRole('client', least))
}
