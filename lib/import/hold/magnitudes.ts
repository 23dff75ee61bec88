import type { Client } from 'pg'
import { z } from 'zod'
import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { Hold } from '@/lib/import/outcome/hold'

/**
 * Sizes are root mean squares, and ratios are to the year before. In ten years of the demo the largest spread of one
 * series on one day is 11 times the usual size, the largest median of a day 2.9 times; the smallest median is 0.18.
 */
const LARGE = { ofFile: 6, ofSeries: 14 }
const SMALL = 1 / 15
/** A series stands out when its ratio is this many times the median of the file. */
const APART = 4
/** Stored rows that a usual size needs, and the newest rows of which it is made. */
const USUAL_ROWS = { min: 60, max: 250 }
/** Series that a median needs; days of one series that can be small by chance no more. */
const PEERS_MIN = 3
const DAYS_MIN = 3
/** Days before the last given one that are measured: a year. */
const MEASURED_DAYS = 370

const measured = z.object({
  code: z.string(),
  days: z.int(),
  from: z.iso.date(),
  to: z.iso.date(),
  spread: z.number(),
  size: z.number(),
  usualSpread: z.number().nullable(),
  usualSize: z.number().nullable(),
})
type Measured = z.infer<typeof measured>

interface Ratios extends Measured {
  spreadRatio: number
  sizeRatio: number
}

/**
 * Finds series in `staged` whose returns are far larger or smaller than the stored ones before them, all together or one
 * beside the others. It looks at the spreads of the legs, which a fall of the whole market does not widen. Series of a
 * first load are compared with each other.
 */
export async function findMagnitudes(client: Client, kind: ReturnKind): Promise<Hold[]> {
  const all = z.array(measured).parse((await client.query(sizesOf(kind))).rows)
  const known = all.flatMap((own) => withRatios(own, own.usualSpread, own.usualSize))
  const unknown = all.filter(({ usualSpread }) => usualSpread === null)
  const peer = unknown.length >= PEERS_MIN ? median(unknown.map(({ spread }) => spread)) : null
  const beside = unknown.flatMap((own) => withRatios(own, peer, own.size))
  return [...ofStored(known), ...apart(beside, LARGE.ofSeries, 'the other series of the file')]
}

function withRatios(own: Measured, usualSpread: number | null, usualSize: number | null): Ratios[] {
  // Nothing but zeros is a finding of its own.
  if (!usualSpread || !usualSize || own.size === 0) return []
  return [{ ...own, spreadRatio: own.spread / usualSpread, sizeRatio: own.size / usualSize }]
}

function ofStored(known: Ratios[]): Hold[] {
  const spreads = median(known.map(({ spreadRatio }) => spreadRatio))
  const sizes = median(known.map(({ sizeRatio }) => sizeRatio))
  if (known.length >= PEERS_MIN && spreads > LARGE.ofFile)
    return [holdOf('too-large', known, spreads, 'the usual ones')]
  const isSmall = ({ spreadRatio, sizeRatio }: Pick<Ratios, 'spreadRatio' | 'sizeRatio'>) =>
    spreadRatio < SMALL && sizeRatio < SMALL
  if (known.length >= PEERS_MIN && isSmall({ spreadRatio: spreads, sizeRatio: sizes })) {
    return [holdOf('too-small', known, sizes, 'the usual ones')]
  }
  const small = known.filter((own) => own.days >= DAYS_MIN && isSmall(own))
  return [
    ...apart(known, spreads * APART, 'the usual ones'),
    ...(small.length > 0
      ? [holdOf('too-small', small, median(small.map(({ sizeRatio }) => sizeRatio)), 'the usual ones')]
      : []),
  ]
}

/** Holds the series whose ratio is above the limit of a single series and above `least`. */
function apart(known: Ratios[], least: number, usual: string): Hold[] {
  const isAlone = known.length < PEERS_MIN
  const large = known.filter(({ spreadRatio }) => spreadRatio > LARGE.ofSeries && (isAlone || spreadRatio > least))
  return large.length > 0 ? [holdOf('too-large', large, median(large.map((own) => own.spreadRatio)), usual)] : []
}

function holdOf(rule: 'too-large' | 'too-small', series: Ratios[], ratio: number, usual: string): Hold {
  const times = ratio >= 1 ? `${ratio.toFixed(0)} times` : `a ${(1 / ratio).toFixed(0)}th of`
  const advice =
    ratio >= 1 ? 'If these are percentages, load the file as such (--unit percent).' : 'Check the unit of the file.'
  return {
    rule,
    series: series.map(({ code }) => code),
    from: series.map(({ from }) => from).sort()[0] ?? '',
    to:
      series
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? '',
    detail: `Their size is ${times} that of ${usual}. ${advice}`,
    examples: [],
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

/** The square of a term, kept within the range of a double: PostgreSQL refuses larger and smaller ones. */
function squareOf(term: string): string {
  return `(case when abs(${term}) < 1e-100 then 0 else least(abs(${term}), 1e100) ^ 2 end)`
}

function sizesOf(kind: ReturnKind): string {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const [first, ...others] = legs.map(({ stored }) => stored)
  const mean = (terms: string[]) => `sqrt(avg((${terms.join(' + ')}) / ${terms.length}))`
  // An index has one leg, whose size is all there is to compare.
  const spreads = others.map((other) => `${first} - ${other}`)
  const spread = mean((spreads.length === 0 ? [`${first}`] : spreads).map(squareOf))
  const size = mean(legs.map(({ stored }) => squareOf(stored)))
  return `
    with given as (
      select code, count(*)::int as days, min(date) as first, max(date) as last, ${spread} as spread, ${size} as size
      from staged join staged_series using (code)
      where date > staged_series.last - ${MEASURED_DAYS}
        -- Leaves out most rows of a long file before they are joined.
        and date > (select min(last) from staged_series) - ${MEASURED_DAYS}
      group by code
    )
    select given.code, given.days, to_char(given.first, 'YYYY-MM-DD') as "from", to_char(given.last, 'YYYY-MM-DD') as "to",
           given.spread, given.size, usual.spread as "usualSpread", usual.size as "usualSize"
    from given left join lateral (
      select ${spread} as spread, ${size} as size
      from (
        select * from ${table}
        where ${codeColumn} = given.code and until_version = ${STILL_TRUE}
          and date < (select staged_series.first from staged_series where staged_series.code = given.code)
        order by date desc limit ${USUAL_ROWS.max}
      ) as newest
      having count(*) >= ${USUAL_ROWS.min}
    ) as usual on true
    order by given.code`
}
