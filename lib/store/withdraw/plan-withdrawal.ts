import { RETURN_KINDS, type ReturnKind } from '@/lib/catalogue/series-kinds'
import type { Query } from '@/lib/db/query'
import type { WithdrawalOrder } from './withdrawal-order'

/** A table of rows with versions, and the temporary table for its plan. */
interface VersionedTable {
  table: string
  plan: string
  /** The columns that name a row, with their names in the plan. */
  keys: { column: string; as: string; type: string }[]
  values: string[]
  /** Are its rows those of series and dates? */
  isDaily: boolean
}

export const CATALOGUE_TABLE: VersionedTable = {
  table: 'catalogue_entry',
  plan: 'plan_catalogue_entry',
  keys: ['kind', 'key'].map((column) => ({ column, as: column, type: 'text' })),
  values: ['entry'],
  isDaily: false,
}

export function dailyTable(kind: ReturnKind): VersionedTable {
  const { table, codeColumn, legs } = RETURN_KINDS[kind]
  return {
    table,
    plan: planTable(kind),
    keys: [
      { column: codeColumn, as: 'code', type: 'text' },
      { column: 'date', as: 'date', type: 'date' },
    ],
    values: legs.map(({ stored }) => stored),
    isDaily: true,
  }
}

/** Returns the name of the temporary table for the plan of a kind. */
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
  own: VersionedTable,
  order: WithdrawalOrder,
  version: number,
): Promise<void> {
  const sql = statementsOf(own, order)
  for (const statement of sql.create) await query(statement, [])
  const { version: target, series, from, to } = order
  const wanted = own.isDaily ? [series, from, to] : []
  await query(sql.select, [...(target === null ? [] : [target]), version, ...wanted])
  await query(sql.analyze, [])
  await query(sql.plan, target === null ? [version] : [version, target])
  await query(sql.forget, [])
}

function statementsOf({ table, plan, keys, values, isDaily }: VersionedTable, order: WithdrawalOrder) {
  const named = keys.map(({ as }) => as).join(', ')
  const stored = keys.map(({ column }) => column).join(', ')
  const columns = (of: string, as: string) => values.map((value) => `${of}.${value} as ${as}_${value}`).join(', ')
  const keysOf = (of: string) => keys.map(({ as }) => `${of}.${as}`).join(', ')
  const differs = values.map((value) => `now.${value} is distinct from before.${value}`).join(' or ')
  const isRow = (alias: string, of: string) =>
    keys.map(({ column, as }) => `${alias}.${column} = ${of}.${as}`).join(' and ')
  const isOrdered = (first: number) =>
    isDaily
      ? `
    and ($${first}::text[] is null or ${keys[0]?.column} = any($${first}::text[]))
    and date between coalesce($${first + 1}::date, '-infinity') and coalesce($${first + 2}::date, 'infinity')`
      : ''

  return {
    create: [
      `create temporary table scope (${keys.map(({ as, type }) => `${as} ${type}`).join(', ')}) on commit drop`,
      `create temporary table ${plan} on commit drop as
       select ${keys.map(({ column, as }) => `${column} as ${as}`).join(', ')}, since_version as target, since_version as last_change,
              true as has_now, ${columns(table, 'now')}, true as has_before, ${columns(table, 'before')}
       from ${table} with no data`,
    ],
    select:
      order.version === null
        ? `insert into scope
           select ${stored} from ${table}
           where since_version <= $1::int and until_version > $1::int ${isOrdered(2)}`
        : `insert into scope
           select distinct ${stored} from ${table}
           where (since_version = $1::int or until_version = $1::int) and since_version <= $2::int ${isOrdered(3)}`,
    analyze: 'analyze scope',
    plan: `
      insert into ${plan}
      with recursive known as (
        select ${keysOf('scope')}, now.since_version as since,
               coalesce(now.since_version,
                        (select max(until_version) from ${table} as closed
                         where ${isRow('closed', 'scope')} and until_version <= $1::int)) as last_change
        from scope left join ${table} as now
          on ${isRow('now', 'scope')} and now.since_version <= $1::int and now.until_version > $1::int
      ), restored as (
        -- From a value that a withdrawal restored, back to the load that it came from.
        select ${keysOf('known')}, since as at
        from known join data_version as load on load.id = since and load.kind = 'withdrawal'
        union all
        select ${keysOf('restored')}, earlier.since_version
        from restored
          join data_version as load on load.id = restored.at and load.kind = 'withdrawal'
          left join ${table} as closed on ${isRow('closed', 'restored')} and closed.until_version = restored.at
          join ${table} as earlier on ${isRow('earlier', 'restored')}
            and earlier.since_version < coalesce(load.withdrawn_version, closed.since_version)
            and earlier.until_version >= coalesce(load.withdrawn_version, closed.since_version)
      ), origin as (
        select ${named}, min(at) as at from restored group by ${named}
      ), aimed as (
        select known.*, ${order.version === null ? TARGET_OF_ROW : TARGET_OF_VERSION} as target
        from known left join origin using (${named})
      )
      select ${keysOf('aimed')}, target, last_change,
             now.since_version is not null, ${columns('now', 'now')},
             before.since_version is not null, ${columns('before', 'before')}
      from aimed
        left join ${table} as now
          on ${isRow('now', 'aimed')} and now.since_version <= $1::int and now.until_version > $1::int
        left join ${table} as before
          on ${isRow('before', 'aimed')} and before.since_version < target and before.until_version >= target
      where target is null or now.since_version is null or before.since_version is null or ${differs}`,
    forget: 'drop table scope',
  }
}

/** Without a version, the last load of the row is taken back; a withdrawal is only taken back by its number. */
const TARGET_OF_ROW = 'case when origin.at is null then since end'

const TARGET_OF_VERSION = 'case when last_change = $2::int or origin.at = $2::int then $2::int end'
