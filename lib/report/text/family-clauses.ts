import { signOf } from '@/lib/base/format'
import type { Locale } from '@/lib/base/locale'
import type { Translator } from '@/lib/messages/translate'
import { meanOfKnown } from '@/lib/metrics/statistics/mean-of-known'
import type { FamilyGroup, WindowRow } from '@/lib/report/model/report'
import { countWord, inSentence, listed } from './wording'

/** Clauses about the signs of the week; an empty list when there is nothing to say. */
interface SignEvents {
  /** All factors on one side, or the families of two and more factors that are. */
  together: string[][]
  /** The best and the worst family, without those that moved together. */
  leading: string[]
}

/** Returns what the families did. */
export function signEvents(families: FamilyGroup<WindowRow>[], locale: Locale, t: Translator): SignEvents {
  const all = allOnOneSide(families, locale, t)
  if (all !== null) return { together: [[all]], leading: [] }
  const up = families.filter((family) => movedAs(family, family.up))
  const down = families.filter((family) => movedAs(family, family.down))
  const names = (group: FamilyGroup<WindowRow>[]) =>
    listed(
      t,
      group.map(({ name }) => inSentence(name, locale)),
    )
  const together = [
    ...(up.length > 0 ? [t('headline.familyUp', { families: names(up) })] : []),
    ...(down.length > 0 ? [t('headline.familyDown', { families: names(down) })] : []),
  ]
  const leading = leadingClauses(families, [...up, ...down], (family) => names([family]), t)
  return { together: together.length > 0 ? [together] : [], leading }
}

/** Returns the clause that counts factors above and below zero. */
export function countsClause(families: FamilyGroup<WindowRow>[], locale: Locale, t: Translator): string {
  const { up, down, flat } = countsOf(families)
  const word = (total: number) => countWord(locale, total)
  if (up + down + flat === 0) return t('headline.none')
  return t('headline.counts', { up: word(up), down: word(down), flat: flat === 0 ? 'none' : word(flat) })
}

/** Returns the clause for all factors on one side; null when they are not. */
function allOnOneSide(families: FamilyGroup<WindowRow>[], locale: Locale, t: Translator): string | null {
  const { all, up, down, flat } = countsOf(families)
  const known = up + down + flat
  const values = { count: countWord(locale, known), isPart: known < all ? 'yes' : 'no' }
  if (known === 0) return null
  if (up === known) return t('headline.allUp', values)
  if (down === known) return t('headline.allDown', values)
  return flat === known ? t('headline.allFlat', values) : null
}

function countsOf(families: FamilyGroup<WindowRow>[]) {
  const signs = families.flatMap(({ rows }) => rows.map((row) => signOf(row.primary.week.value)))
  const count = (sign: string) => signs.filter((candidate) => candidate === sign).length
  return { all: signs.length, up: count('up'), down: count('down'), flat: count('flat') }
}

/** Is this the number of all factors of a family of two or more? */
function movedAs({ rows }: FamilyGroup<WindowRow>, count: number): boolean {
  return rows.length > 1 && count === rows.length
}

/** Returns the clauses for the families with the highest and the lowest mean, without the families that the headline has named. */
function leadingClauses(
  families: FamilyGroup<WindowRow>[],
  named: FamilyGroup<WindowRow>[],
  nameOf: (family: FamilyGroup<WindowRow>) => string,
  t: Translator,
): string[] {
  const byStrength = families
    .map((family) => ({ family, mean: meanOf(family) }))
    .filter(({ mean }) => mean !== null)
    .sort((a, b) => Number(b.mean) - Number(a.mean))
  const [strongest, weakest] = [byStrength[0], byStrength.at(-1)]
  if (!strongest || !weakest || byStrength.length < 2) return []
  const leads = signOf(strongest.mean) === 'up' ? 'headline.familyLeads' : 'headline.familyHolds'
  const lags = signOf(weakest.mean) === 'down' ? 'headline.familyDrags' : 'headline.familyLags'
  return [
    ...(named.includes(strongest.family) ? [] : [t(leads, { family: nameOf(strongest.family) })]),
    ...(named.includes(weakest.family) || weakest.family.down === 0
      ? []
      : [t(lags, { family: nameOf(weakest.family) })]),
  ]
}

function meanOf({ rows }: FamilyGroup<WindowRow>): number | null {
  return meanOfKnown(rows.map((row) => row.primary.week.value))
}
