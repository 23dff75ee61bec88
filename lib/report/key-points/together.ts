import { signOf, wholePercent } from '@/lib/base/format'
import type { FactorRow, FamilyGroup } from '@/lib/report/model/report'
import { PhraseBook } from '@/lib/report/text/phrase'
import { inSentence, ranked } from '@/lib/report/text/wording'
import { type Candidate, rarityOf, type Story, shareOf } from './candidate'
import { counted, weekItem } from './point-texts'
/** Returns families in which every factor moved to the same side, when not all factors of the report did. */
export function together(story: Story): Candidate[] {
  const moved = story.families.filter((family) => family.rows.length > 1 && sideOf(family.rows) !== null)
  if (sideOf(story.factors) !== null) return []
  return moved.flatMap((family) => {
    const side = sideOf(family.rows)
    return side === null ? [] : [movedTogether(family, side, story)]
  })
}

function movedTogether(family: FamilyGroup, side: 'up' | 'down', story: Story): Candidate {
  const { t } = story
  const book = new PhraseBook()
  const rows = ranked(family.rows, (row) => row.primary.week, side)
  const share = shareTogether(family.rows, side, story)
  const text = t('keyPoints.together', {
    side,
    family: book.name({ code: family.code, shortName: inSentence(family.name, story.locale) }),
    count: counted(book, rows.length, `${side}:${family.code}`, story),
    strongest: weekItem(book, rows[0] ?? never(family), story),
    weakest: weekItem(book, rows.at(-1) ?? never(family), story),
    hasShare: share === null ? 'no' : 'yes',
    percent: share === null ? '' : book.fact(`${wholePercent(share)}%`, `together:${family.code}:${side}`, null),
  })
  // The subject is the family: its factors may have sentences of their own.
  return { label: t('keyPoints.label-together'), text: book.phrase(text), rarity: rarityOf(share), subjects: [] }
}

/** Returns the share of past weeks in which all factors were on this side, of the weeks in which all are known. */
function shareTogether(rows: FactorRow[], side: 'up' | 'down', { past }: Story): number | null {
  const spreads = rows.map(({ code }) => past.get(code)?.spreads ?? [])
  const weeks = (spreads[0] ?? []).map((_, week) => spreads.map((own) => own[week] ?? null))
  const judged = weeks.map((week) => (week.includes(null) ? null : week.every((value) => signOf(value) === side)))
  return shareOf(judged, (areTogether) => areTogether)
}

function sideOf(rows: FactorRow[]): 'up' | 'down' | null {
  const [first, ...others] = new Set(rows.map((row) => signOf(row.primary.week.value)))
  return others.length === 0 && (first === 'up' || first === 'down') ? first : null
}

function never(family: FamilyGroup): never {
  throw new TypeError(`${family.code} moved together but has no factor`)
}
