/** Reads what a planned withdrawal changes. */
import { z } from 'zod'
import { KINDS, RETURN_KINDS, type ReturnKind, SERIES_TABLES } from '@/lib/catalogue/series-kinds'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { Query } from '@/lib/db/query'
import { DAILY_RETURN_MAX } from '@/lib/import/layout/parse-return'
import { planTable } from './plan-withdrawal'
import { LISTED_MAX, type WithdrawalOutcome, withdrawalOutcome } from './withdrawal-outcome'
import type { RefusalReason } from './withdrawal-refusal'

const { series, changes, kept, weeks, newestDays } = withdrawalOutcome.shape

export type Plan = Pick<WithdrawalOutcome, 'series' | 'changes' | 'kept' | 'weeks'>

/** Returns the plan of all kinds: by kind and code, and within a series by date. */
export async function readPlan(query: Query): Promise<Plan> {
  const plan: Plan = { series: [], changes: [], kept: [], weeks: weeks.parse(await query(WEEKS, [])) }
  for (const kind of KINDS) {
    plan.series.push(...series.parse(await query(seriesOf(kind), [])))
    plan.changes.push(...changes.parse(await query(changesOf(kind), [LISTED_MAX - plan.changes.length])))
    plan.kept.push(...kept.parse(await query(keptOf(kind), [LISTED_MAX - plan.kept.length])))
  }
  return plan
}

function seriesOf(kind: ReturnKind): string {
  const count = (what: string) => `(count(*) filter (where ${what}))::int`
  return `
    select '${kind}' as kind, code, min(date)::text as "from", max(date)::text as "to",
           ${count('target is not null and has_now and not has_before')} as "rowsWithdrawn",
           ${count('target is not null and has_now and has_before')}     as "rowsRestated",
           ${count('target is not null and not has_now')}                as "rowsNew",
           ${count('target is null')}                                    as "rowsUnchanged"
    from ${planTable(kind)}
    group by code
    order by code collate "C"`
}

function changesOf(kind: ReturnKind): string {
  const { parts, legs } = RETURN_KINDS[kind]
  const values = (when: string) => {
    // A day's parts are an object already.
    if (parts) return `${when}_${legs.map(({ stored }) => stored).join()}`
    const pairs = legs.map((leg) => `'${leg.column}', ${when}_${leg.stored}`)
    return `json_build_object(${pairs.join(', ')})`
  }
  return `
    select '${kind}' as kind, code, date::text,
           case when has_now then ${values('now')} end       as before,
           case when has_before then ${values('before')} end as after
    from ${planTable(kind)}
    where target is not null
    order by code collate "C", date
    limit $1`
}

function keptOf(kind: ReturnKind): string {
  return `
    select '${kind}' as kind, code, last_change as version, count(*)::int as rows,
           min(date)::text as "from", max(date)::text as "to"
    from ${planTable(kind)}
    where target is null
    group by code, last_change
    order by code collate "C", last_change
    limit $1`
}

const WEEKS = `
  select min(date)::text as "from", max(date)::text as "to", count(*)::int as rows
  from (${KINDS.map((kind) => `select date from ${planTable(kind)} where target is not null`).join(' union all ')}) as changed
  group by date_trunc('week', date)
  order by min(date)`

/** Returns the newest day with returns of each market, now and after the planned withdrawal. */
export async function readNewestDays(query: Query): Promise<WithdrawalOutcome['newestDays']> {
  return newestDays.parse(await query(NEWEST_DAYS, []))
}

const NEWEST_DAYS = `
  select market_code as market, max(date) filter (where is_now)::text as before, max(date) filter (where is_then)::text as after
  from (${KINDS.filter((kind) => RETURN_KINDS[kind].values === 'returns')
    .map((kind) => {
      const { table, codeColumn, section } = RETURN_KINDS[kind]
      return `
        select market_code, date, is_now, is_then
        from (
          select coalesce(stored.${codeColumn}, plan.code) as code, coalesce(stored.date, plan.date) as date,
                 stored.date is not null as is_now, coalesce(has_before, true) as is_then
          from (select * from ${table} where until_version = ${STILL_TRUE}) as stored
            full join (select * from ${planTable(kind)} where target is not null) as plan
              on plan.code = stored.${codeColumn} and plan.date = stored.date
        ) as days
          join ${SERIES_TABLES[section]} using (code)`
    })
    .join(' union all ')}) as days
  group by market_code
  order by market_code`

const contradiction = z.array(
  z.object({
    code: z.string(),
    date: z.iso.date(),
    inception: z.iso.date(),
    ended: z.iso.date().nullable(),
    limit: z.number(),
  }),
)

/** Returns why a value cannot come back: the catalogue has changed since. Returns null when all can. */
export async function findContradiction(query: Query): Promise<RefusalReason | null> {
  for (const kind of KINDS) {
    const [found] = contradiction.parse(await query(contradictionOf(kind), []))
    if (found === undefined) continue
    const { code, date, inception, ended, limit } = found
    if (date < inception) return { code: 'before-inception', values: { code, date, inception } }
    if (ended !== null && date > ended) return { code: 'after-end', values: { code, date, ended } }
    return { code: 'over-limit', values: { code, date, limit } }
  }
  return null
}

function contradictionOf(kind: ReturnKind): string {
  const { legs, section, values } = RETURN_KINDS[kind]
  const largest = `greatest(${legs.map(({ stored }) => `abs(before_${stored})`).join(', ')})`
  const limit = `coalesce(daily_return_max, ${DAILY_RETURN_MAX})`
  const isOver = values === 'returns' ? `${largest} > ${limit}` : 'false'
  return `
    select plan.code, date::text, inception::text, ended::text, ${limit} as limit
    from ${planTable(kind)} as plan
      join ${SERIES_TABLES[section]} as series on series.code = plan.code
      join market on market.code = market_code
    where target is not null and has_before and (date < inception or date > ended or ${isOver})
    order by plan.code, date
    limit 1`
}
