import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import type { Query } from '@/lib/import/check/series-catalogue'
import type { WithdrawalOrder } from './withdrawal-order'

/** Returns the name of the temporary table that `planWithdrawal` fills. */
export function planTable(kind: ReturnKind): string {
  return `plan_${RETURN_KINDS[kind].table}`
}

/**
 * Fills a temporary table with the rows that an order concerns, as of a data version:
 *
 * - `target`: the version to take back; null for a row that is left as it is, because a later version changed it.
 * - `last_change`: the version that changed the row last.
 * - `has_now`, `now_…`: whether there is a row, and its values.
 * - `has_before`, `before_…`: the same before the target.
 *
 * A row that a later version changed counts as the target's when those changes were withdrawn, so that loads can be
 * withdrawn in any order.
 */
export async function planWithdrawal(
  query: Query,
  kind: ReturnKind,
  order: WithdrawalOrder,
  version: number,
): Promise<void> {
  const sql = statementsOf(kind, order)
  for (const statement of sql.create) await query(statement, [])
  const { version: target, series, from, to } = order
  await query(sql.select, [...(target === null ? [] : [target]), version, series, from, to])
  await query(sql.analyze, [])
  await query(sql.plan, target === null ? [version] : [version, target])
  await query(sql.forget, [])
}

function statementsOf(kind: ReturnKind, order: WithdrawalOrder) {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  const plan = planTable(kind)
  const stored = legs.map((leg) => leg.stored)
  const columns = (of: string, as: string) => stored.map((leg) => `${of}.${leg} as ${as}_${leg}`).join(', ')
  const differs = stored.map((leg) => `now.${leg} is distinct from before.${leg}`).join(' or ')
  const isRow = (alias: string, of: string) => `${alias}.${codeColumn} = ${of}.code and ${alias}.date = ${of}.date`
  const isOrdered = (first: number) => `
    and ($${first}::text[] is null or ${codeColumn} = any($${first}))
    and date between coalesce($${first + 1}::date, '-infinity') and coalesce($${first + 2}::date, 'infinity')`

  return {
    create: [
      'create temporary table scope (code text, date date) on commit drop',
      `create temporary table ${plan} on commit drop as
       select ${codeColumn} as code, date, since_version as target, since_version as last_change,
              true as has_now, ${columns(table, 'now')}, true as has_before, ${columns(table, 'before')}
       from ${table} with no data`,
    ],
    select:
      order.version === null
        ? `insert into scope
           select ${codeColumn}, date from ${table}
           where since_version <= $1 and until_version > $1 ${isOrdered(2)}`
        : `insert into scope
           select distinct ${codeColumn}, date from ${table}
           where (since_version = $1 or until_version = $1) and since_version <= $2 ${isOrdered(3)}`,
    analyze: 'analyze scope',
    plan: `
      insert into ${plan}
      with recursive known as (
        select scope.code, scope.date, now.since_version as since,
               coalesce(now.since_version,
                        (select max(until_version) from ${table} as closed
                         where ${isRow('closed', 'scope')} and until_version <= $1)) as last_change
        from scope left join ${table} as now
          on ${isRow('now', 'scope')} and now.since_version <= $1 and now.until_version > $1
      ), restored as (
        -- From a value that a withdrawal restored, back to the load that it came from.
        select code, date, since as at
        from known join data_version as load on load.id = since and load.kind = 'withdrawal'
        union all
        select restored.code, restored.date, earlier.since_version
        from restored
          join data_version as load on load.id = restored.at and load.kind = 'withdrawal'
          left join ${table} as closed on ${isRow('closed', 'restored')} and closed.until_version = restored.at
          join ${table} as earlier on ${isRow('earlier', 'restored')}
            and earlier.since_version < coalesce(load.withdrawn_version, closed.since_version)
            and earlier.until_version >= coalesce(load.withdrawn_version, closed.since_version)
      ), origin as (
        select code, date, min(at) as at from restored group by code, date
      ), aimed as (
        select known.*, ${order.version === null ? TARGET_OF_ROW : TARGET_OF_VERSION} as target
        from known left join origin using (code, date)
      )
      select aimed.code, aimed.date, target, last_change,
             now.since_version is not null, ${columns('now', 'now')},
             before.since_version is not null, ${columns('before', 'before')}
      from aimed
        left join ${table} as now
          on ${isRow('now', 'aimed')} and now.since_version <= $1 and now.until_version > $1
        left join ${table} as before
          on ${isRow('before', 'aimed')} and before.since_version < target and before.until_version >= target
      where target is null or now.since_version is null or before.since_version is null or ${differs}`,
    forget: 'drop table scope',
  }
}

/** Without a version, the last load of the row is taken back; a withdrawal is only taken back by its number. */
const TARGET_OF_ROW = 'case when origin.at is null then since end'

const TARGET_OF_VERSION = 'case when last_change = $2 or origin.at = $2 then $2::int end'
