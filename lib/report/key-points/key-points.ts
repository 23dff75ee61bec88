import type { KeyPoint, SummaryRow } from '@/lib/report/model/report'
import type { Candidate, KeyPointInput } from './candidate'
import { leaders } from './leaders'
import { longer } from './longer'
import { others } from './others'
import { peaks } from './peaks'
import { portfolios } from './portfolios'
import { streaks } from './streaks'
import { together } from './together'
import { turns } from './turns'
import { unusual } from './unusual'

/** Maximum number of sentences in addition to those that every report has. */
const MAX_ADDED = 3
/** Minimum rarity of an additional sentence: less than one week in five. */
const MIN_RARITY = -Math.log(0.2)

/**
 * Returns the key points of the week, the rarest first. Every report has the best and the worst factor, the portfolios,
 * month and year, and all unusual figures; further rare events are added.
 * @param lines rows whose daily line is known, for highs and drawdowns
 */
export function keyPoints(input: KeyPointInput, lines: readonly SummaryRow[]): KeyPoint[] {
  const lasting = [
    ...leaders('up', input),
    ...leaders('down', input),
    ...longer(input),
    ...unusual(input),
    ...portfolios(input),
  ]
  const found = byRarity([...together(input), ...turns(input), ...streaks(input), ...peaks(lines, input)])
  const chosen = [...lasting]
  for (const candidate of found) {
    const namedCodes = subjectsOf(chosen)
    const isAdded = candidate.rarity >= MIN_RARITY && !candidate.subjects.some((code) => namedCodes.has(code))
    if (isAdded && chosen.length < lasting.length + MAX_ADDED) chosen.push(candidate)
  }
  const all = byRarity([...chosen, others(subjectsOf(chosen), input)])
  return all.map(({ label, text }) => ({ label, text }))
}

/** Sorts by rarity, the rarest first; equally rare ones keep their order. */
function byRarity(candidates: Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => b.rarity - a.rarity)
}

function subjectsOf(candidates: Candidate[]): Set<string> {
  return new Set(candidates.flatMap(({ subjects }) => subjects))
}
