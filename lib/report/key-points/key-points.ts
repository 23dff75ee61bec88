import type { KeyPoint } from '@/lib/report/model/report'
import type { Candidate, Story } from './candidate'
import { leaders } from './leaders'
import { longer } from './longer'
import { others } from './others'
import { peaks } from './peaks'
import { portfolios } from './portfolios'
import { streaks } from './streaks'
import { together } from './together'
import { turns } from './turns'

/** How many sentences may join those that every report has. */
const FOUND_AT_MOST = 3
/** What is seen in one week of five is not news. */
const NEWS_FROM = -Math.log(0.2)

/**
 * What mattered in the week, the rarest first. Every report tells the best and the worst factor, the portfolios, what
 * month and year look like, and whether anything else is unusual; what else was rare joins them.
 */
export function keyPoints(story: Story): KeyPoint[] {
  const lasting = [...leaders('up', story), ...leaders('down', story), ...longer(story), ...portfolios(story)]
  const found = byRarity([...together(story), ...turns(story), ...streaks(story), ...peaks(story)])
  const chosen = [...lasting]
  for (const candidate of found) {
    const told = subjectsOf(chosen)
    const isNews = candidate.rarity >= NEWS_FROM && !candidate.subjects.some((code) => told.has(code))
    if (isNews && chosen.length < lasting.length + FOUND_AT_MOST) chosen.push(candidate)
  }
  const all = byRarity([...chosen, others(subjectsOf(chosen), story)])
  return all.map(({ label, text }) => ({ label, text }))
}

/** The rarest first; what is equally rare stays in its order. */
function byRarity(candidates: Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => b.rarity - a.rarity)
}

function subjectsOf(candidates: Candidate[]): Set<string> {
  return new Set(candidates.flatMap(({ subjects }) => subjects))
}
