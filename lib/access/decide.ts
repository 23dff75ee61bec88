import { splitLocale } from '@/lib/base/locale'
import { isPagePath } from '@/lib/http/page-path'
import { type AccessRule, OTHER_RULES, PAGE_RULES } from './access-table'
import { includesRole, type Reader } from './reader-types'
import { isShared } from './shares/shared-address'

/** An address as it was asked for. */
interface Asked {
  method: string
  /** Path and query as they were sent. */
  url: string
}

export type Decision =
  | { kind: 'allowed'; rule: AccessRule }
  /** Nobody has signed in, and somebody who has may be allowed. */
  | { kind: 'sign-in' }
  /** The reader has too small a role, or a token for something else. */
  | { kind: 'forbidden' }
  /** There is no such address for anybody. */
  | { kind: 'unknown' }
  /** A share link shows something else: for its reader there is nothing here. */
  | { kind: 'not-shared' }

const READ_METHODS = ['GET', 'HEAD', 'OPTIONS']
/** What would not be the path that it seems to be, once somebody decodes or shortens it again. */
const HIDDEN_SLASH = /%2f/i
const DECEPTIVE = /[%\\\p{Cc}]|\/\/|\/\.{1,2}(?:\/|$)/u

/** Decides by the access table whether a reader may have an address. It does not read the store, so an answer never shows what exists. */
export function decide(reader: Reader | null, { method, url }: Asked): Decision {
  const path = plainPath(url)
  const rule = path === null ? undefined : ruleOf(path)
  if (rule === undefined) return { kind: 'unknown' }
  const isRead = READ_METHODS.includes(method)
  const least = isRead ? rule.read : rule.write
  // A method that nobody may use is refused by the address itself, to those who may read it.
  const wanted = least ?? rule.read ?? rule.write
  if (wanted === undefined) return { kind: 'unknown' }
  if (wanted === 'anyone') return { kind: 'allowed', rule }
  if (reader === null) return { kind: 'sign-in' }
  if (reader.share !== undefined) {
    const query = url.split('?').slice(1).join('?')
    const isTheirs = isRead && path !== null && isShared(reader.share, { rule, path, query })
    return isTheirs ? { kind: 'allowed', rule } : { kind: 'not-shared' }
  }
  const isPublic = reader.kind === 'public'
  const token = isRead || least === undefined ? rule.readToken : rule.writeToken
  const isFit = reader.tokenScopes === null || (token !== undefined && reader.tokenScopes.includes(token))
  // The public has no account, and may sign in for whatever needs one.
  if (isFit && includesRole(reader.role, wanted) && !(isPublic && rule.isPersonal)) return { kind: 'allowed', rule }
  return isPublic ? { kind: 'sign-in' } : { kind: 'forbidden' }
}

/** Returns the rule of a path; undefined when there is no such address. */
export function ruleOf(path: string): AccessRule | undefined {
  return isPagePath(path) ? ruleIn(PAGES, splitLocale(path).path) : ruleIn(OTHERS, path)
}

/** Returns the path of an address, decoded and without a slash at its end; null when it is deceptive. */
function plainPath(url: string): string | null {
  const sent = url.split('?', 1)[0] ?? ''
  const path = decoded(sent)
  if (path === null || DECEPTIVE.test(path) || HIDDEN_SLASH.test(sent)) return null
  return path === '/' ? path : path.replace(/\/$/, '')
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

interface Pattern {
  pattern: RegExp
  rule: AccessRule
}

const PAGES = PAGE_RULES.map(patternOf)
const OTHERS = OTHER_RULES.map(patternOf)

function patternOf(rule: AccessRule): Pattern {
  const text = rule.path
    .replace(/[.]/g, '\\.')
    .replace(/\[\w+\]/g, '[^/]+')
    .replace(/\/\*$/, '(?:/.*)?')
  return { pattern: new RegExp(`^${text}$`), rule }
}

function ruleIn(patterns: readonly Pattern[], path: string): AccessRule | undefined {
  return patterns.find(({ pattern }) => pattern.test(path))?.rule
}
