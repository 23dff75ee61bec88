/** Readers, their roles, and what tokens may do. */
import type { SharedReading } from '@/lib/scope/read-scope'

/** From the least to the most: each may do what the ones before it may; a client sees only what it was granted. */
export const ROLES = ['client', 'viewer', 'researcher', 'editor', 'publisher', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** What a token can be made for: reading, loading data, publishing. */
export const TOKEN_SCOPES = ['read', 'import', 'publish'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

/** Codes of what a client may see. Without series: all series of the markets. */
export interface Grants {
  markets: string[]
  series: string[]
}

export interface Reader {
  /** local: everybody, with AUTH=off; public: somebody who has not signed in, with AUTH=public; share: who opened a share link. */
  kind: 'local' | 'public' | 'person' | 'token' | 'share'
  /** Id of the person, token or share link; null for local and public. */
  id: string | null
  /** Name for lists and logs. */
  name: string
  role: Role
  /** Markets and series that a client may see; null: all. */
  grants: Grants | null
  /** What a token may do; null for everybody else. */
  tokenScopes: TokenScope[] | null
  /** What the link shows: present exactly for kind "share", whose role counts for nothing else. */
  share?: SharedReading
}

/** Returns whether a role may do what `least` may. */
export function includesRole(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least)
}

/** Returns the role that may do less. */
export function lesserRole(one: Role, other: Role): Role {
  return includesRole(one, other) ? other : one
}
