import { signOf } from '@/lib/base/format'
import type { Locale } from '@/lib/base/locale'
import type { Translator } from '@/lib/messages/translate'
import type { FamilyGroup, WindowRow } from '@/lib/report/model/report'
import { recordClauses } from './record-clauses'
import type { ComparedWeek } from './week-records'
import { countWord, inSentence, listed } from './wording'

/**
 * Summarises the week in one line: its records and the number of factors above and below zero; without a record, the
 * families that moved together and the weakest one. Returns clauses; a line may break between two of them.
 */
export function headline(week: ComparedWeek, locale: Locale, t: Translator): string[] {
  const records = recordClauses(week, locale, t)
  const [counts, clauses] = countsOf(week.families, locale, t)
  if (records.length > 0) return [...records.map((record) => `${record}${t('headline.semicolon')}`), counts]
  return joinClauses(counts, clauses, t)
}

/** Returns the clause that counts factors, and those about families. */
function countsOf(
  families: FamilyGroup<WindowRow>[],
  locale: Locale,
  t: Translator,
): [counts: string, clauses: string[]] {
  const all = families.flatMap(({ rows }) => rows.map((row) => signOf(row.primary.week.value)))
  const count = (sign: string) => all.filter((candidate) => candidate === sign).length
  const [up, down, flat] = [count('up'), count('down'), count('flat')]
  const word = (total: number) => countWord(locale, total)
  const isPart = up + down + flat < all.length ? 'yes' : 'no'
  if (up + down + flat === 0) return [t('headline.none'), []]
  if (down + flat === 0) return [t('headline.allUp', { count: word(up), isPart }), []]
  if (up + flat === 0) return [t('headline.allDown', { count: word(down), isPart }), []]
  if (up + down === 0) return [t('headline.allFlat', { count: word(flat), isPart }), []]
  const counts = t('headline.counts', { up: word(up), down: word(down), flat: flat === 0 ? 'none' : word(flat) })
  return [counts, familyClauses(families, locale, t)]
}

function familyClauses(families: FamilyGroup<WindowRow>[], locale: Locale, t: Translator): string[] {
  const strength = families.map((family) => ({ family, mean: meanOf(family) })).filter(({ mean }) => mean !== null)
  const byStrength = strength.sort((a, b) => Number(b.mean) - Number(a.mean)).map(({ family }) => family)
  const allUp = byStrength.filter((family) => family.up === family.rows.length)
  const allDown = byStrength.filter((family) => family.down === family.rows.length)
  const [strongest, weakest] = [byStrength[0], byStrength.at(-1)]
  const names = (group: FamilyGroup<WindowRow>[]) =>
    listed(
      t,
      group.map(({ name }) => inSentence(name, locale)),
    )
  const clauses: string[] = []
  if (allUp.length > 0) clauses.push(t('headline.familyUp', { families: names(allUp) }))
  else if (strongest && byStrength.length > 1) {
    const leads = signOf(meanOf(strongest)) === 'up' ? 'headline.familyLeads' : 'headline.familyHolds'
    clauses.push(t(leads, { family: names([strongest]) }))
  }
  if (allDown.length > 0) clauses.push(t('headline.familyDown', { families: names(allDown) }))
  else if (weakest && byStrength.length > 1 && !allUp.includes(weakest) && weakest.down > 0) {
    const lags = signOf(meanOf(weakest)) === 'down' ? 'headline.familyDrags' : 'headline.familyLags'
    clauses.push(t(lags, { family: names([weakest]) }))
  }
  return clauses
}

function joinClauses(counts: string, clauses: string[], t: Translator): string[] {
  if (clauses.length === 0) return [counts]
  const ended = clauses.map((clause, index) =>
    index < clauses.length - 1 ? `${clause}${t('headline.comma')}` : clause,
  )
  return [`${counts}${t('headline.colon')}`, ...ended]
}

function meanOf({ rows }: FamilyGroup<WindowRow>): number | null {
  const known = rows.map((row) => row.primary.week.value).filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}
