/** Who may ask for which address. Each page and each route under `app/` is here; access-check.ts holds it to that. */
import type { Role, TokenScope } from './reader-types'

/** Whom an address is for: a role and all above it, or everybody, signed in or not. */
type Least = Role | 'anyone'

export interface AccessRule {
  /**
   * Path of the address, without language: "[name]" stands for any one segment, and "/*" at the end for the address
   * itself and everything below it.
   */
  path: string
  /** Who may use GET and HEAD; absent when nobody may. */
  read?: Least
  /** Who may use the methods that change something; absent when nobody may. */
  write?: Least
  /** What a token must be made for; absent when tokens do not help. */
  readToken?: TokenScope
  writeToken?: TokenScope
  /** Which share links show it, where it is theirs (shares/shared-address.ts); absent when none do. */
  share?: 'edition' | 'series' | 'pictures'
  /** Whether the answer depends on who the reader is, not only on the reader's scope: such answers are never kept. */
  isPersonal?: true
}

/** Pages and the downloads beside them, in every language. The first rule whose path fits counts; the last fits any. */
export const PAGE_RULES: readonly AccessRule[] = [
  { path: '/sign-in/*', read: 'anyone', write: 'anyone', isPersonal: true },
  { path: '/s/[token]/*', read: 'anyone', isPersonal: true },
  { path: '/', read: 'client' },
  { path: '/weeks', read: 'client' },
  { path: '/weeks/[date]', read: 'client', share: 'edition' },
  ...[
    'report.pdf',
    'one-page.pdf',
    'summary.csv',
    'summary.xlsx',
    'summary.png',
    'portrait.png',
    'mail.html',
    'mail.eml',
    'copy.json',
  ].map((file): AccessRule => ({ path: `/weeks/[date]/${file}`, read: 'client', readToken: 'read', share: 'edition' })),
  { path: '/weeks/[date]/reconciliation', read: 'viewer' },
  { path: '/weeks/[date]/editions/*', read: 'viewer', readToken: 'read' },
  { path: '/weeks/[date]/edit/*', read: 'editor', write: 'editor', isPersonal: true },
  ...['months', 'quarters'].flatMap((folder): AccessRule[] => [
    { path: `/${folder}`, read: 'client' },
    { path: `/${folder}/[period]`, read: 'client' },
    ...['report.pdf', 'one-page.pdf', 'summary.csv', 'summary.xlsx'].map(
      (file): AccessRule => ({ path: `/${folder}/[period]/${file}`, read: 'client', readToken: 'read' }),
    ),
    { path: `/${folder}/[period]/editions/*`, read: 'viewer', readToken: 'read' },
  ]),
  { path: '/methodology', read: 'client' },
  { path: '/problem', read: 'client' },
  { path: '/account/*', read: 'client', write: 'client', isPersonal: true },
  { path: '/factors', read: 'viewer' },
  { path: '/factors/[code]', read: 'viewer', share: 'series' },
  { path: '/factors/[code]/factsheet.pdf', read: 'viewer', readToken: 'read', share: 'series' },
  { path: '/portfolios', read: 'viewer' },
  { path: '/portfolios/[code]', read: 'viewer', share: 'series' },
  { path: '/portfolios/[code]/factsheet.pdf', read: 'viewer', readToken: 'read', share: 'series' },
  { path: '/compare', read: 'viewer' },
  { path: '/templates/[file]', read: 'viewer', readToken: 'read' },
  { path: '/data/load/*', read: 'editor', write: 'editor', isPersonal: true },
  { path: '/data', read: 'viewer' },
  { path: '/data/[version]', read: 'viewer' },
  { path: '/data/[version]/withdrawal', read: 'editor', isPersonal: true },
  { path: '/admin/links', read: 'publisher', isPersonal: true },
  { path: '/admin/*', read: 'admin', write: 'admin', isPersonal: true },
  // Whatever else somebody asks for, there is nothing.
  { path: '/*', read: 'client' },
]

/** Addresses without language. An address that fits none of them does not exist. */
export const OTHER_RULES: readonly AccessRule[] = [
  { path: '/_next/static/*', read: 'anyone' },
  { path: '/favicon.ico', read: 'anyone' },
  { path: '/icon.svg', read: 'anyone' },
  { path: '/print.css', read: 'anyone' },
  { path: '/healthz', read: 'anyone' },
  { path: '/readyz', read: 'anyone' },
  { path: '/preferences', write: 'anyone' },
  { path: '/charts/*', read: 'client', readToken: 'read', share: 'pictures' },
  { path: '/embed/*', read: 'viewer' },
  { path: '/search-index/*', read: 'client' },
  { path: '/api/auth/account', write: 'client', isPersonal: true },
  { path: '/api/auth/second-factor', write: 'client', isPersonal: true },
  { path: '/api/auth/passkey', write: 'client', isPersonal: true },
  { path: '/api/auth/admin', write: 'admin', isPersonal: true },
  { path: '/api/auth/links', write: 'publisher', isPersonal: true },
  { path: '/api/auth/*', read: 'anyone', write: 'anyone', isPersonal: true },
  { path: '/api/uploads/*', read: 'editor', write: 'editor', isPersonal: true },
  // An editor submits a week for review; the handler asks for a publisher for all else.
  { path: '/api/publications/*', read: 'editor', write: 'editor', isPersonal: true },
  { path: '/api/texts/[date]', read: 'editor', write: 'editor', isPersonal: true },
  {
    path: '/api/v1/weeks/[date]/texts',
    ...{ read: 'editor', write: 'editor', readToken: 'publish', writeToken: 'publish', isPersonal: true },
  },
  { path: '/api/v1/imports', read: 'viewer', write: 'editor', writeToken: 'import' },
  { path: '/api/v1/withdrawals', read: 'viewer', write: 'editor', writeToken: 'import' },
  { path: '/api/v1/renames', read: 'viewer', write: 'editor', writeToken: 'import' },
  { path: '/api/v1/editions', read: 'viewer', write: 'publisher', readToken: 'read', writeToken: 'publish' },
  { path: '/api/v1/*', read: 'viewer', readToken: 'read' },
]
