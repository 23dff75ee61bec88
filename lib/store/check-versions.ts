import type { Client } from 'pg'
import { z } from 'zod'
import { TABLELESS } from '@/lib/catalogue/entry-key'
import { KINDS, RETURN_KINDS, SERIES_TABLES } from '@/lib/catalogue/series-kinds'
import type { LoadKind } from '@/lib/db/generated/prisma/client'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import { describeUnequal, findUnequalSums } from '@/lib/import/check/check-sums'
import { queryOf } from '@/lib/import/check/series-catalogue'

const finding = z.array(z.object({ finding: z.string() }))

/**
 * Checks the store against itself: versions against rows and files, the catalogue against returns, contributions against the excess of their day. It cannot check
 * facts stored only once (the name of a version's file, who loaded it and when, whether it is demo data), nor notice
 * that the newest load is missing together with its rows, series and file.
 */
export async function checkVersions(client: Client): Promise<string[]> {
  await client.query(MOVED)
  const statements = [
    FILES,
    ORPHANS,
    NUMBERS,
    SERIES,
    SERIES_COUNTS,
    CATALOGUE,
    ENTRIES,
    ...KINDS.flatMap(ofKind),
    WITHDRAWALS,
    WITHDRAWN_SERIES,
  ]
  const findings: string[] = []
  for (const statement of statements) {
    const rows = finding.parse((await client.query(statement)).rows)
    findings.push(...rows.map((row) => row.finding))
  }
  const unequal = await findUnequalSums(queryOf(client), 0)
  findings.push(...unequal.map((own) => `portfolio_contribution: ${describeUnequal(own)}`))
  await client.query('drop table moved')
  return findings
}

/**
 * Counts the rows that each version opened and closed, by table and series: several statements need it, and each table
 * is read once. Rows of version 0 came with the product.
 */
const MOVED = `
  create temporary table moved on commit drop as
  select source, version, code, sum(opened) as opened, sum(closed) as closed
  from (${[...KINDS.map((kind) => RETURN_KINDS[kind]), { table: 'catalogue_entry', codeColumn: 'key' }]
    .map(
      ({ table, codeColumn }) => `
    select '${table}' as source, since_version as version, ${codeColumn} as code, count(*) as opened, 0 as closed
    from ${table} where since_version > 0 group by 2, 3
    union all
    select '${table}', until_version, ${codeColumn}, 0, count(*)
    from ${table} where until_version <> ${STILL_TRUE} group by 2, 3`,
    )
    .join(' union all ')}) as each
  group by source, version, code`

const FILES = `
  select format('version %s: the bytes of %s are not kept', id, source_name) as finding
  from data_version
  where loaded_by is not null and not exists (select from source_file where sha256 = source_sha256)`

const ORPHANS = `
  select format('source_file: the file with SHA-256 %s is of no version', sha256) as finding
  from source_file
  where not exists (select from data_version where source_sha256 = sha256)`

const NUMBERS = `
  select format('version %s is missing', number) as finding
  from generate_series(1, (select max(id) from data_version)) as number
  where not exists (select from data_version where id = number)`

const SERIES = `
  select format('version %s is missing, and data_version_series has %s rows of it', version, count(*)) as finding
  from data_version_series
  where not exists (select from data_version where id = version)
  group by version
  order by version`

/** The counts of a load of returns equal the sums over its series. Old loads did not count every series. */
const SERIES_COUNTS = `
  select format('version %s: its series count %s new, %s restated, %s unchanged and %s withdrawn rows, the version %s, %s, %s and %s',
                id, sum(series.rows_new), sum(series.rows_restated), coalesce(sum(series.rows_unchanged)::text, 'unknown'),
                sum(series.rows_withdrawn), load.rows_new, load.rows_restated, load.rows_unchanged,
                load.rows_withdrawn) as finding
  from data_version as load join data_version_series as series on series.version = load.id
  group by load.id
  having sum(series.rows_new) <> load.rows_new or sum(series.rows_restated) <> load.rows_restated
    or sum(series.rows_unchanged) <> load.rows_unchanged or sum(series.rows_withdrawn) <> load.rows_withdrawn`

const CATALOGUE = `
  with known as (
    select 'market' as kind, code as key, to_jsonb(market) as entry from market
    union all select 'family', code, to_jsonb(family) from family
    union all select 'factor', code, to_jsonb(factor) from factor
    union all select 'portfolio', code, to_jsonb(portfolio) from portfolio
    union all select 'market_index', code, to_jsonb(market_index) from market_index
    union all select 'report_issue', to_char(week_end, 'YYYY-MM-DD'), to_jsonb(report_issue) from report_issue
  ), remembered as (
    select kind, key, entry
    from catalogue_entry
    where kind not in (${TABLELESS.map((kind) => `'${kind}'`).join(', ')}) and until_version = ${STILL_TRUE}
  )
  select format('catalogue: %s %s is not what its history says', kind, key) as finding
  from known full join remembered using (kind, key)
  where jsonb_strip_nulls(known.entry) is distinct from jsonb_strip_nulls(remembered.entry)`

/**
 * In an upgraded store the catalogue's history begins at an arbitrary version: only loads with `loaded_by` are counted.
 */
const ENTRIES = countedBy(['catalogue', 'rename'], 'catalogue_entry', 'loaded_by is not null')

function ofKind(kind: (typeof KINDS)[number]): string[] {
  const { table, codeColumn: code, section } = RETURN_KINDS[kind]
  const lives = `
    select format('%s: %s on %s is true until version %s, and its next value since %s',
                  '${table}', code, date, until_version, next) as finding
    from (select ${code} as code, date, until_version,
                 lead(since_version, 1, ${STILL_TRUE}) over (partition by ${code}, date order by since_version) as next
          from ${table}
          -- A row with several values has at least one that was closed.
          where (${code}, date) in (select ${code}, date from ${table} where until_version <> ${STILL_TRUE})) as life
    where next <> until_version
      -- After a withdrawal there may be no value, for some versions or until now.
      and (next < until_version
        or not exists (select from data_version where id = until_version and kind = 'withdrawal'))`
  const early = `
    select format('%s: %s has a row on %s, before its inception %s', '${table}', code, first, inception) as finding
    from (select distinct code from moved where source = '${table}') as own cross join lateral (
        select date as first from ${table} where ${code} = own.code and until_version = ${STILL_TRUE} order by date limit 1
      ) as oldest
      left join ${SERIES_TABLES[section]} as series using (code)
    where inception is null or first < inception`
  const late = `
    select format('%s: %s has a row on %s, after its end %s', '${table}', code, last, ended) as finding
    from (select distinct code from moved where source = '${table}') as own cross join lateral (
        select date as last from ${table} where ${code} = own.code and until_version = ${STILL_TRUE}
        order by date desc limit 1
      ) as newest
      join ${SERIES_TABLES[section]} as series using (code)
    where last > ended`
  return [countedBy([kind], table), countedBySeries(kind, table), lives, early, late]
}

const WITHDRAWALS = `
  select format('version %s: it opened %s rows and closed %s, and says %s new, %s restated and %s withdrawn',
                id, coalesce(opened, 0), coalesce(closed, 0), rows_new, rows_restated, rows_withdrawn) as finding
  from data_version as load left join (
    select version, sum(opened) as opened, sum(closed) as closed
    from moved
    group by version
  ) as counted on version = id
  where case when kind = 'withdrawal'
    then coalesce(opened, 0) <> rows_new + rows_restated or coalesce(closed, 0) <> rows_restated + rows_withdrawn
    when kind = 'rename' then withdrawn_version is not null
    else rows_withdrawn > 0 or withdrawn_version is not null end
  order by id`

const WITHDRAWN_SERIES = `
  with daily as (
    select version, code, sum(opened) as opened, sum(closed) as closed
    from moved join data_version on id = version and kind = 'withdrawal'
    where source <> 'catalogue_entry'
    group by version, code
  ), series as (
    select version, code, own.rows_new, own.rows_restated, own.rows_withdrawn
    from data_version_series as own join data_version on id = version and kind = 'withdrawal'
  )
  select format('version %s: it opened %s rows of %s and closed %s, and its series says %s new, %s restated and %s withdrawn',
                version, coalesce(opened, 0), code, coalesce(closed, 0), coalesce(rows_new, 0),
                coalesce(rows_restated, 0), coalesce(rows_withdrawn, 0)) as finding
  from daily full join series using (version, code)
  where coalesce(opened, 0) <> coalesce(rows_new + rows_restated, 0)
    or coalesce(closed, 0) <> coalesce(rows_restated + rows_withdrawn, 0)
  order by version, code`

/** Returns the query for versions whose counts differ from their rows, and for rows of missing versions. */
function countedBy(kinds: LoadKind[], table: string, isCounted = 'true'): string {
  const goneByRename = "case when kind = 'rename' then rows_withdrawn else 0 end"
  const isOwn = `kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})`
  return `
    select case when id is null
             then format('version %s is missing, and %s has %s rows that it opened and %s that it closed',
                         version, '${table}', opened, closed)
             else format('version %s: %s opened %s rows and closed %s, and says %s new and %s restated',
                         version, '${table}', coalesce(opened, 0), coalesce(closed, 0), rows_new, rows_restated)
           end as finding
    from (select id as version, * from data_version) as load
      full join (
        select version, sum(opened) as opened, sum(closed) as closed
        from moved
        where source = '${table}'
        group by version
      ) as counted using (version)
    where id is null
      or (${isCounted} and kind <> 'withdrawal' and (
        coalesce(opened, 0) <> case when ${isOwn} then rows_new + rows_restated else 0 end
        or coalesce(closed, 0) <> case when ${isOwn} then rows_restated + ${goneByRename} else 0 end))
    order by version`
}

/** Returns the query for series whose counts differ from their rows, in versions whose total counts agree. */
function countedBySeries(kind: LoadKind, table: string): string {
  return `
    with own as (
      select version, code, opened, closed from moved where source = '${table}'
    ), agreeing as (
      select id as version
      from data_version left join own on version = id
      where kind = '${kind}'
      group by id
      having coalesce(sum(opened), 0) = rows_new + rows_restated and coalesce(sum(closed), 0) = rows_restated
    )
    select format('version %s: %s opened %s rows of %s and closed %s, and its series says %s new and %s restated',
                  version, '${table}', coalesce(counted.opened, 0), code, coalesce(counted.closed, 0),
                  coalesce(rows_new, 0), coalesce(rows_restated, 0)) as finding
    from (select * from own where version in (select version from agreeing)) as counted
      full join (select * from data_version_series where version in (select version from agreeing)) as series
        using (version, code)
    where coalesce(counted.opened, 0) <> coalesce(rows_new + rows_restated, 0)
      or coalesce(counted.closed, 0) <> coalesce(rows_restated, 0)
    order by version, code`
}
