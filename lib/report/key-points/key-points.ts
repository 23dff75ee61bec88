import type { Steps } from '@/lib/base/steps'
import type { KeyPoint, Phrase, PhrasePart, SummaryRow } from '@/lib/report/model/report'
import { type Candidate, type KeyPointInput, TOPICS } from './candidate'
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
 * Returns the key points of the week by topic, the rarest first within a topic. Every report has the portfolios, the
 * families that moved as one, the best and the worst factor, month and year, and all unusual figures; further rare events
 * are added. Events of one kind share a sentence.
 * @param lines rows whose daily line is known, for highs and drawdowns
 */
export function* keyPointSteps(input: KeyPointInput, lines: readonly SummaryRow[]): Steps<KeyPoint[]> {
  const lasting = yield* foundBy(LASTING, input)
  const found = byRarity([...(yield* foundBy(RARE, input)), ...peaks(lines, input)])
  const chosen = [...lasting]
  for (const candidate of found) {
    const namedCodes = subjectsOf(chosen)
    const isAdded = candidate.rarity >= MIN_RARITY && !candidate.subjects.some((code) => namedCodes.has(code))
    if (isAdded && chosen.length < lasting.length + MAX_ADDED) chosen.push(candidate)
  }
  const named = new Set([...subjectsOf(chosen), ...input.portfolios.map(({ code }) => code)])
  const all = byRarity([...chosen, others(named, input)])
  return sentences(byTopic(all), input).map(({ label, text }) => ({ label, text }))
}

type Rule = (input: KeyPointInput) => Candidate[]

/** What every report has. */
const LASTING: readonly Rule[] = [
  portfolios,
  together,
  (input) => leaders('up', input),
  (input) => leaders('down', input),
  longer,
  unusual,
]
/** Events of factors, of which the rarest are added. */
const RARE: readonly Rule[] = [turns, streaks]

function* foundBy(rules: readonly Rule[], input: KeyPointInput): Steps<Candidate[]> {
  const found: Candidate[] = []
  for (const rule of rules) {
    found.push(...rule(input))
    yield
  }
  return found
}

/** Sorts by rarity, the rarest first; equally rare ones keep their order. */
function byRarity(candidates: Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => b.rarity - a.rarity)
}

function byTopic(candidates: Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic))
}

/** Joins clauses of one label, of portfolios and of factors apart, to the sentence of the first. */
function sentences(candidates: Candidate[], { t }: KeyPointInput): Candidate[] {
  const isAlike = (a: Candidate, b: Candidate) =>
    a.isClause && a.label === b.label && (a.topic === 'portfolioEvents') === (b.topic === 'portfolioEvents')
  return candidates.flatMap((candidate, index) => {
    if (!candidate.isClause) return [candidate]
    if (candidates.slice(0, index).some((earlier) => isAlike(earlier, candidate))) return []
    const [first = [], ...more] = candidates.filter((other) => isAlike(other, candidate)).map(({ text }) => text)
    const joined = more.flatMap((text) => [textPart(t('keyPoints.semicolon')), ...text])
    return [{ ...candidate, text: [...capitalised(first), ...joined, textPart(t('keyPoints.stop'))] }]
  })
}

/** Raises the first letter of a sentence; a name keeps its own. */
function capitalised([first, ...others]: Phrase): Phrase {
  if (first?.kind !== 'text') return first ? [first, ...others] : []
  return [textPart(first.text.charAt(0).toUpperCase() + first.text.slice(1)), ...others]
}

function textPart(text: string): PhrasePart {
  return { kind: 'text', text }
}

function subjectsOf(candidates: Candidate[]): Set<string> {
  return new Set(candidates.flatMap(({ subjects }) => subjects))
}
