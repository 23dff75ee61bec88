/** Finds levels, such as a NAV or an index, where daily returns are expected. */

import { RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import type { FaultLog } from '@/lib/import/outcome/fault'
import { type Layout, type PresentLeg, presentLegs } from './layout'
import { asciiForm, isMissing } from './written-number'

/** No level of a NAV or an index is below it, and few daily returns that are fractions are above it. */
const LEVEL_MIN = 0.2
/** Largest and median change of a level from day to day; percentages vary far more. */
const CHANGE = { most: 0.35, median: 0.03 }
/** With fewer changes of all legs together, levels and percentages look the same. */
const CHANGES_MIN = 4

/** The values of one leg of one series in the order of the file. */
interface Track {
  leg: PresentLeg
  first: { row: number; value: string }
  last: number
  changes: number[]
}

/**
 * Reports the legs whose values are levels: all positive, and changing slowly in every series, in any unit. Returns
 * whether there are any. Neither fractions nor percentages would make returns of them.
 */
export function reportLevels(layout: Layout, faults: FaultLog): boolean {
  if (RETURN_KINDS[layout.kind].values !== 'returns') return false
  const tracks = levelTracks(layout)
  const changes = tracks.reduce((sum, track) => sum + track.changes.length, 0)
  if (changes < CHANGES_MIN) return false
  const reported = new Set<string>()
  for (const { leg, first } of tracks) {
    if (reported.has(leg.column)) continue
    reported.add(leg.column)
    const remedy =
      'All values are positive and change little from day to day, as a NAV, an index or a cumulative return does. Write daily returns: value / value of the day before - 1.'
    faults.add({ ...first, column: leg.column, rule: 'levels', remedy })
  }
  return tracks.length > 0
}

/** Returns the tracks of the legs that are levels in every series. */
function levelTracks(layout: Layout): Track[] {
  const slots = layout.groups.flatMap((group) =>
    presentLegs(group).map((leg, position) => ({ leg, position: String(position), series: group.series })),
  )
  const positions = new Set(slots.map(({ position }) => position)).size
  const tracks = new Map<string, Map<string, Track>>()
  const refuted = new Set<string>()
  for (const { line, cells, cellLines } of layout.rows) {
    if (refuted.size === positions) break
    for (const { leg, position, series } of slots) {
      if (refuted.has(position)) continue
      const value = cells[leg.columnIndex] ?? ''
      if (isMissing(value)) continue
      const number = Number(asciiForm(value).replace(/\s*%$/, ''))
      const code = 'code' in series ? series.code : (cells[series.columnIndex] ?? '')
      const ofLeg = tracks.get(position) ?? new Map<string, Track>()
      tracks.set(position, ofLeg)
      const first = { row: cellLines?.[leg.columnIndex] ?? line, value }
      if (!follow(ofLeg, code, { leg, first, last: number, changes: [] })) refuted.add(position)
    }
  }
  return [...tracks].flatMap(([position, ofLeg]) => {
    const all = [...ofLeg.values()]
    return refuted.has(position) || !areSlow(all) ? [] : all
  })
}

/** Adds a value to the track of its series. Returns false when it is no level. */
function follow(ofLeg: Map<string, Track>, code: string, next: Track): boolean {
  if (!(next.last >= LEVEL_MIN)) return false
  const track = ofLeg.get(code)
  if (track === undefined) {
    ofLeg.set(code, next)
    return true
  }
  const change = Math.abs(next.last / track.last - 1)
  track.last = next.last
  track.changes.push(change)
  return change <= CHANGE.most
}

/** Returns whether each series changes little, and one of them at all: a constant says nothing. */
function areSlow(tracks: Track[]): boolean {
  return (
    tracks.some(({ changes }) => changes.some((change) => change > 0)) &&
    tracks.every(({ changes }) => changes.length === 0 || median(changes) <= CHANGE.median)
  )
}

function median(values: number[]): number {
  return Float64Array.from(values).sort()[values.length >> 1] ?? Number.NaN
}
