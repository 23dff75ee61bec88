import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import type { Hold, HoldExample } from '@/lib/import/outcome/hold'
import type { SeriesOutcome } from '@/lib/import/outcome/import-outcome'
import { type Likeness, likenessOf } from './likeness'
import type { SeriesRows } from './series-rows'

/** Restated days of a series from which a load changes a long stretch of history: more than a month. */
const LONG_DAYS = 25
const EXAMPLES_MAX = 3

interface Found extends Likeness {
  series: SeriesRows
}

/**
 * Finds series whose restated values are a mistaken form of the stored ones, and long stretches of restated history.
 * @param rows the newest given rows of some series; @param series what the load does to each
 */
export function findRestatedHistory(kind: ReturnKind, rows: SeriesRows[], series: SeriesOutcome[]): Hold[] {
  const found = rows.flatMap((own) => {
    const likeness = explained(kind, own, rows)
    return likeness ? [{ ...likeness, series: own }] : []
  })
  const rules = [...new Set(found.map(({ rule }) => rule))]
  const likenesses = rules.map((rule) =>
    likenessHold(
      kind,
      found.filter((each) => each.rule === rule),
    ),
  )
  return [...likenesses, ...massRestatement(kind, rows, series)]
}

/** Explains all legs together, or else the first leg that is explained alone. */
function explained(kind: ReturnKind, own: SeriesRows, rows: SeriesRows[]): Likeness | null {
  const others = new Map(
    rows.filter(({ code }) => code !== own.code).map((other) => [other.code, alignedTo(own.dates, other)]),
  )
  const together = likenessOf(own, others)
  if (together) return together
  for (const [index, { column }] of RETURN_KINDS[kind].legs.entries()) {
    const leg = { given: [own.given[index] ?? []], stored: [own.stored[index] ?? []] }
    const alone = likenessOf(leg, new Map())
    if (alone) return { ...alone, how: `${alone.how} (${column})` }
  }
  return null
}

/** Returns the stored legs of another series on given dates. */
function alignedTo(dates: string[], other: SeriesRows): (number | null)[][] {
  const position = new Map(other.dates.map((date, index) => [date, index]))
  return other.stored.map((leg) => dates.map((date) => leg[position.get(date) ?? -1] ?? null))
}

function likenessHold(kind: ReturnKind, found: Found[]): Hold {
  const hows = [...new Set(found.map(({ how }) => how))]
  const [first] = found
  if (first === undefined) throw new RangeError('a hold needs a series')
  const dates = found.flatMap(
    ({
      series: {
        dates: [from = ''],
        dates: days,
      },
    }) => [from, days.at(-1) ?? ''],
  )
  return {
    rule: first.rule,
    series: found.map(({ series: { code } }) => code),
    from: dates.toSorted()[0] ?? '',
    to: dates.toSorted().at(-1) ?? '',
    detail: `The values of ${found.length === 1 ? 'one series' : `${found.length} series`} are the stored ones ${hows.slice(0, EXAMPLES_MAX).join('; ')}.`,
    examples: examplesOf(
      kind,
      found.map(({ series }) => series),
    ),
  }
}

function massRestatement(kind: ReturnKind, rows: SeriesRows[], series: SeriesOutcome[]): Hold[] {
  const long = series.filter(({ rowsRestated }) => rowsRestated > LONG_DAYS)
  const [from, to] = [
    long.map((own) => own.from).sort()[0],
    long
      .map((own) => own.to)
      .sort()
      .at(-1),
  ]
  if (from === undefined || to === undefined) return []
  const restated = long.reduce((sum, { rowsRestated }) => sum + rowsRestated, 0)
  const codes = new Set(long.map(({ code }) => code))
  return [
    {
      rule: 'mass-restatement',
      series: [...codes],
      from,
      to,
      detail: `${restated.toLocaleString('en-US')} stored days of ${codes.size === 1 ? 'one series' : `${codes.size} series`} change.`,
      examples: examplesOf(
        kind,
        rows.filter(({ code }) => codes.has(code)),
      ),
    },
  ]
}

/** Returns the newest changed value of the first series. */
function examplesOf(kind: ReturnKind, rows: SeriesRows[]): HoldExample[] {
  return rows.slice(0, EXAMPLES_MAX).flatMap(({ code, dates, given, stored }) => {
    for (let day = dates.length - 1; day >= 0; day -= 1) {
      for (const [leg, { column }] of RETURN_KINDS[kind].legs.entries()) {
        const [before, after, date] = [stored[leg]?.[day] ?? null, given[leg]?.[day], dates[day]]
        if (after === undefined || date === undefined || before === null || before === after) continue
        return [{ series: code, date, column, before, after }]
      }
    }
    return []
  })
}
