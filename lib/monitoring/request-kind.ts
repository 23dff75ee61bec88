/**
 * The kinds of address in metrics and logs. There are no others: a label with whole addresses would have no bound.
 */
export type RequestKind =
  | 'week'
  | 'wall'
  | 'series'
  | 'page'
  | 'chart'
  | 'download'
  | 'api'
  | 'change'
  | 'search'
  | 'static'
  | 'preferences'
  | 'health'

/** The first pattern that matches the path counts; `page` is any other. The language is no part of the path. */
const KINDS: readonly [RequestKind, RegExp][] = [
  ['health', /^\/(healthz|readyz)$/],
  ['preferences', /^\/preferences$/],
  ['change', /^\/api\/v1\/(imports|withdrawals|renames|editions)$|^\/api\/uploads(?:\/|$)/],
  ['api', /^\/api\//],
  ['chart', /^\/charts\//],
  ['search', /^\/search-index\//],
  ['download', /^\/(weeks|factors|portfolios|templates)\/.*\.(pdf|png|csv|xlsx|html|json)$/],
  ['static', /^\/_next\/|^\/[^/]*\.(css|ico|svg|png|txt|webmanifest)$/],
  ['week', /^\/(weeks\/[^/]+)?$/],
  ['wall', /^\/(factors|portfolios)$/],
  ['series', /^\/(factors|portfolios)\/[^/]+$/],
]

/** Returns the kind of the address of a request, as it was sent: path and query. */
export function requestKind(url: string): RequestKind {
  const path = url.replace(/\?.*$/s, '').replace(/^\/en(?=\/|$)/, '') || '/'
  return KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? 'page'
}
