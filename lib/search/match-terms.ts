/**
 * How well something typed fits a name. Names are read word by word, and what is typed may begin any run of words: "gao pin"
 * and "gppd" find 高频偏度 by the sounds of its characters, "intskew" and "i s" find "Intraday skewness".
 */

/** Letters, digits and Han characters of a text, lower case; what stands between them separates words. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}|[a-z0-9]+|[^\s\p{P}\p{S}a-z0-9\p{Script=Han}]+/gu) ?? []
  )
}

/**
 * @param terms each a text of words parted by spaces; the ways to type a word are parted by "/"
 * @param typed as the reader wrote it
 * @returns 0 for the best fit, and more for worse; null when nothing fits. Nothing typed fits everything.
 */
export function matchTerms(terms: readonly string[], typed: string): number | null {
  const parts = typed
    .split(/\s+/)
    .map((part) => wordsOf(part).join(''))
    .filter((part) => part !== '')
  const whole = parts.join('')
  if (whole === '') return 0
  const names = terms.map((term) => term.split(' ').map((word) => word.split('/')))
  const run = least(names.map((words) => firstRun(words, whole)))
  if (run !== null) return run
  if (parts.length > 1 && parts.every((part) => names.some((words) => firstRun(words, part) !== null))) return SCATTERED
  return names.some((words) => reaches(words, whole, true)) ? WITH_GAPS : null
}

/** Worse than any run, which scores by the word at which it begins. */
const SCATTERED = 100
const WITH_GAPS = 200

/** The first word from which `typed` is a run of beginnings of words, or null. */
function firstRun(words: string[][], typed: string): number | null {
  const start = words.findIndex((_, index) => reaches(words.slice(index), typed, false))
  return start < 0 ? null : start
}

/** Can `typed` be parted into beginnings of these words, in their order, each used once or (with gaps) not at all? */
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
