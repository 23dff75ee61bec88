/**
 * Scores how well a typed text matches a name. The text may be the beginnings of any consecutive words: "gao pin" and
 * "gppd" find 高频偏度 by the sounds of its characters, "intskew" and "i s" find "Intraday skewness".
 */

/** Splits a text into words of letters, digits and Han characters, in lower case. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}|[a-z0-9]+|[^\s\p{P}\p{S}a-z0-9\p{Script=Han}]+/gu) ?? []
  )
}

/**
 * Scores a typed text against terms.
 * @param terms texts of words separated by spaces; the ways to type a word are separated by "/"
 * @param typed the text as typed
 * @returns -1 for a whole name, more for worse matches, null for none. An empty text matches everything.
 */
export function matchTerms(terms: readonly string[], typed: string): number | null {
  const parts = typed
    .split(/\s+/)
    .map((part) => wordsOf(part).join(''))
    .filter((part) => part !== '')
  const whole = parts.join('')
  if (whole === '') return 0
  const names = terms.map((term) => term.split(' ').map((word) => word.split('/')))
  if (names.some((words) => reachesEnd(words, whole))) return WHOLE
  const run = least(names.map((words) => firstRun(words, whole)))
  if (run !== null) return run
  if (parts.length > 1 && parts.every((part) => names.some((words) => firstRun(words, part) !== null))) return SCATTERED
  return names.some((words) => reaches(words, whole, true)) ? WITH_GAPS : null
}

/** A whole name as typed is better than any run of words, whose score is the index of its first word. */
const WHOLE = -1
/** Worse than any run of words. */
const SCATTERED = 100
const WITH_GAPS = 200

/** Returns whether `typed` is all words of a name, each in one of its ways. */
function reachesEnd(words: string[][], typed: string): boolean {
  let reached = new Set([0])
  for (const ways of words) {
    const ends = [...reached].flatMap((from) =>
      ways.filter((way) => typed.startsWith(way, from)).map((way) => from + way.length),
    )
    reached = new Set(ends)
  }
  return reached.has(typed.length)
}

/** Returns the index of the first word from which `typed` is a run of word beginnings, or null. */
function firstRun(words: string[][], typed: string): number | null {
  const start = words.findIndex((_, index) => reaches(words.slice(index), typed, false))
  return start < 0 ? null : start
}

/** Returns whether `typed` is a sequence of beginnings of these words, in order; with gaps, words may be skipped. */
function reaches(words: string[][], typed: string, hasGaps: boolean): boolean {
  let reached = new Set([0])
  for (const ways of words) {
    const next = new Set(hasGaps ? reached : [])
    for (const from of reached) for (const way of ways) addSteps(way, typed, from, next)
    if (next.has(typed.length)) return true
    reached = next
  }
  return false
}

function addSteps(way: string, typed: string, from: number, next: Set<number>): void {
  for (let length = 0; length < way.length && way[length] === typed[from + length]; length++)
    next.add(from + length + 1)
}

function least(scores: (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null)
  return known.length === 0 ? null : Math.min(...known)
}
