/** Paths that name everything their answer depends on, besides the newest version. */
const NO_PAGE =
  /^\/(?:_next\/|charts\/|embed\/|search-index\/|api\/|preferences$|healthz$|readyz$|[^/]*\.(?:css|ico|svg|png|txt|webmanifest)$)/

/** Returns whether proxy.ts rewrites a path to that of a page or a download: the same condition as its matcher. */
export function isPagePath(pathname: string): boolean {
  return !NO_PAGE.test(pathname)
}
