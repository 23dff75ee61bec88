import type { Locale } from '@/lib/base/locale'
import type { Translator } from '@/lib/messages/translate'
import { countsClause, signEvents } from './family-clauses'
import { portfolioEvent } from './portfolio-clauses'
import { recordClauses } from './record-clauses'
import { turnClause } from './turn-clause'
import type { ComparedWeek } from './week-records'

/** One thing that happened; its clauses are joined by commas. */
type Clauses = string[]

/** How many events a headline has at most. */
const MAX_EVENTS = 2

/**
 * Says in one line what happened this week: the result of the portfolios and the most important event of the factors.
 * The portfolios come first when their result is unusual, and after an event otherwise. Signs are counted only when
 * nothing else can be said. Returns clauses; a line may break between two of them.
 */
export function headline(week: ComparedWeek, locale: Locale, t: Translator): string[] {
  const { isUnusual, event: portfolios } = portfolioEvent(week, locale, t)
  const { together, leading } = signEvents(week.families, locale, t)
  const { records, drawdowns } = recordClauses(week, locale, t)
  const events = [
    ...records.map((record) => [record]),
    ...together,
    ...drawdowns.map((drawdown) => [drawdown]),
    ...turnClause(week, locale, t).map((turn) => [turn]),
  ]
  const [first = [], ...others] = events
  const ordered = isUnusual ? [portfolios, first, ...others] : [first, portfolios, ...others]
  const said = [...ordered, leading].filter((event) => event.length > 0).slice(0, MAX_EVENTS)
  const clauses = joinEvents(said.length > 0 ? said : [[countsClause(week.families, locale, t)]], t)
  return clauses.map((clause, index) => (index === 0 && locale === 'en' ? capitalised(clause, week) : clause))
}

/** Joins the clauses of an event by commas, and events by semicolons. */
function joinEvents(events: Clauses[], t: Translator): string[] {
  return events.flatMap((event, position) =>
    event.map((clause, index) => {
      if (index < event.length - 1) return `${clause}${t('headline.comma')}`
      return position < events.length - 1 ? `${clause}${t('headline.semicolon')}` : clause
    }),
  )
}

/** Raises the first letter, unless it is that of a series, whose name stays as it is. */
function capitalised(clause: string, { families, portfolios }: ComparedWeek): string {
  const series = [...families.flatMap(({ rows }) => rows), ...portfolios]
  const isName = series.some(
    ({ shortName: name }) => clause.startsWith(name) && !/^\p{L}/u.test(clause.slice(name.length)),
  )
  if (isName) return clause
  return clause.charAt(0).toUpperCase() + clause.slice(1)
}
