import { EVERYTHING, type ReadScope, type SharedReading } from '@/lib/scope/read-scope'
import { includesRole, type Reader } from './reader-types'

/** The scope of somebody who has not signed in where one must: the page to sign in shows no data. */
export const NOTHING: ReadScope = { markets: [], series: [], drafts: false, until: null }

/** The scope of everybody who sees all that is published. */
export const PUBLISHED: ReadScope = { markets: null, series: null, drafts: false, until: null }

/** Returns what a reader may read, without the dates that a desk has not published yet. @param reader null for somebody who has not signed in */
export function scopeOf(reader: Reader | null): ReadScope {
  if (reader === null) return NOTHING
  const { role, grants, share } = reader
  if (share !== undefined) return sharedScope(share)
  const drafts = includesRole(role, 'researcher')
  if (grants === null) {
    if (role === 'client') return NOTHING
    return drafts ? EVERYTHING : PUBLISHED
  }
  if (grants.series.length === 0) return { markets: grants.markets, series: null, drafts, until: null }
  return { markets: null, series: grants.series, drafts, until: null }
}

/** Returns what a share link shows: its edition's market up to the end of its week, or its series. */
function sharedScope(share: SharedReading): ReadScope {
  const { market, shown } = share
  if (shown.kind === 'series') return { markets: null, series: [shown.code], drafts: false, until: null, share }
  return { markets: [market], series: null, drafts: false, until: shown.asOf, weeks: [shown.asOf], share }
}
