import { signOf, wholePercent } from '@/lib/base/format'
import type { FamilyGroup, WindowRow } from '@/lib/report/model/report'
import { PhraseBook } from '@/lib/report/text/phrase'
import { inSentence, ranked } from '@/lib/report/text/wording'
import { type Candidate, type KeyPointInput, rarityOf, shareOf } from './candidate'
import { counted, weekItem } from './point-texts'
/** Returns families in which every factor moved to the same side, when not all factors of the report did. */
export function together(input: KeyPointInput): Candidate[] {
  const moved = input.families.filter((family) => family.rows.length > 1 && sideOf(family.rows) !== null)
  if (sideOf(input.factors) !== null) return []
  return moved.flatMap((family) => {
    const side = sideOf(family.rows)
    return side === null ? [] : [movedTogether(family, side, input)]
  })
}

function movedTogether(family: FamilyGroup<WindowRow>, side: 'up' | 'down', input: KeyPointInput): Candidate {
  const { t } = input
  const book = new PhraseBook()
  const rows = ranked(family.rows, (row) => row.primary.week, side)
  const share = shareTogether(family.rows, side, input)
  const text = t('keyPoints.together', {
    side,
    family: book.name({ code: family.code, shortName: inSentence(family.name, input.locale) }),
    count: counted(book, rows.length, `${side}:${family.code}`, input),
    strongest: weekItem(book, rows[0] ?? never(family), input),
    weakest: weekItem(book, rows.at(-1) ?? never(family), input),
    history: share === null ? 'unknown' : share === 0 ? 'first' : 'share',
    percent: share === null ? '' : book.fact(`${wholePercent(share)}%`, `together:${family.code}:${side}`, null),
  })
  // The subject is the family: its factors may have sentences of their own.
  return {
    topic: 'families',
    isClause: true,
    label: t('keyPoints.label-together'),
    text: book.phrase(text),
    rarity: rarityOf(share),
    subjects: [],
  }
}

/** Returns the share of past weeks in which all factors were on this side, of the weeks in which all are known. */
function shareTogether(rows: WindowRow[], side: 'up' | 'down', { past, leastPast }: KeyPointInput): number | null {
  const spreads = rows.map(({ code }) => past.get(code)?.spreads ?? [])
  const weeks = (spreads[0] ?? []).map((_, week) => spreads.map((own) => own[week] ?? null))
  const judged = weeks.map((week) => (week.includes(null) ? null : week.every((value) => signOf(value) === side)))
  return shareOf(judged, leastPast, (areTogether) => areTogether)
}

function sideOf(rows: WindowRow[]): 'up' | 'down' | null {
  const [first, ...others] = new Set(rows.map((row) => signOf(row.primary.week.value)))
  return others.length === 0 && (first === 'up' || first === 'down') ? first : null
}

function never(family: FamilyGroup<WindowRow>): never {
  throw new TypeError(`${family.code} moved together but has no factor`)
}
