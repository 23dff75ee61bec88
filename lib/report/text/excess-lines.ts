import type { ContributionTable } from '@/lib/analysis/contributions/contribution-table'
import { missingText } from '@/lib/analysis/contributions/missing-text'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import type { Phrase, PlainLine, Report } from '@/lib/report/model/report'
import { PhraseBook } from './phrase'

/** Groups that a line names; of more, the smallest are added up. */
const GROUPS_MAX = 6

/** Returns a line for each portfolio with contributions: its excess of the week, and what each group contributed to it. */
export function excessLines(report: Report): PlainLine[] {
  const { sections, table2, locale, window } = report
  const t = translatorFor(locale, window)
  const names = new Map(table2.map((row) => [row.code, row.shortName]))
  const parts = sections.flatMap((section) => (section.kind === 'portfolios' ? section.parts : []))
  return parts.flatMap(({ code, name, contributions }) => {
    if (contributions === null) return []
    return [{ code, text: lineOf({ code, shortName: names.get(code) ?? name }, contributions, t) }]
  })
}

function lineOf(
  named: { code: string; shortName: string },
  { windows, groups }: ContributionTable,
  t: Translator,
): Phrase {
  const book = new PhraseBook()
  const name = book.name(named)
  const [week] = windows
  if (week === undefined) throw new RangeError(`the contributions of ${named.code} have no window`)
  if (week.missing !== null)
    return book.phrase(t('contributions.lineMissing', { name, reason: missingText(week.missing, t) }))
  const figure = (part: string, value: number | null) =>
    book.figure({ id: `${named.code}.${part}.week`, value, percentile: null })
  const parts = shownGroups(
    groups.map((group) => ({ ...group, value: group.values[0] ?? null })),
    t,
  )
  return book.phrase(
    t('contributions.line', {
      name,
      excess: figure('excess', week.excess),
      parts: parts
        .map((part) =>
          t('contributions.linePart', {
            group: book.name({ code: `${named.code}.${part.code}`, shortName: part.name }),
            value: figure(part.code, part.value),
          }),
        )
        .join(t('keyPoints.comma')),
    }),
  )
}

interface Part {
  code: string
  name: string
  value: number | null
}

/** Returns the groups in their order; of many, the largest, and the sum of the others. */
function shownGroups(groups: readonly Part[], t: Translator): Part[] {
  if (groups.length <= GROUPS_MAX) return [...groups]
  const bySize = groups.toSorted((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0))
  const others = new Set(bySize.slice(GROUPS_MAX - 1))
  const sum = [...others].reduce((total, { value }) => total + (value ?? 0), 0)
  return [
    ...groups.filter((group) => !others.has(group)),
    { code: 'others', name: t('contributions.others'), value: sum },
  ]
}
