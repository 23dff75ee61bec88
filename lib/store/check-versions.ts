import type { Client } from 'pg'
import { z } from 'zod'
import { KINDS, RETURN_KINDS } from '@/lib/import/return-kinds'
import { STILL_TRUE } from '@/lib/queries/as-of-version'

const finding = z.array(z.object({ finding: z.string() }))

/** What the database can say of itself: versions against rows and files, catalogue against returns. */
export async function checkVersions(client: Client): Promise<string[]> {
  const statements = [FILES, NUMBERS, SERIES_COUNTS, CATALOGUE, ...KINDS.flatMap(ofKind)]
  const findings: string[] = []
  for (const statement of statements) {
    const rows = finding.parse((await client.query(statement)).rows)
    findings.push(...rows.map((row) => row.finding))
  }
  return findings
}

const FILES = `
  select format('version %s: the bytes of %s are not kept', id, source_name) as finding
  from data_version
  where loaded_by is not null and not exists (select from source_file where sha256 = source_sha256)`

const NUMBERS = `
  select format('version %s is missing', number) as finding
  from generate_series(1, (select max(id) from data_version)) as number
  where not exists (select from data_version where id = number)`

/** Loads of returns say the same in all and by series; those before the series were counted know less. */
const SERIES_COUNTS = `
  select format('version %s: its series count %s new and %s restated rows, the version %s and %s',
                id, sum(series.rows_new), sum(series.rows_restated), load.rows_new, load.rows_restated) as finding
  from data_version as load join data_version_series as series on series.version = load.id
  group by load.id
  having sum(series.rows_new) <> load.rows_new or sum(series.rows_restated) <> load.rows_restated`

const CATALOGUE = `
  with known as (
    select 'market' as kind, code as key, to_jsonb(market) as entry from market
    union all select 'family', code, to_jsonb(family) from family
    union all select 'factor', code, to_jsonb(factor) from factor
    union all select 'portfolio', code, to_jsonb(portfolio) from portfolio
    union all select 'report_issue', to_char(week_end, 'YYYY-MM-DD'), to_jsonb(report_issue) from report_issue
  ), remembered as (
    select kind, key, entry from catalogue_entry where until_version = ${STILL_TRUE}
  )
  select format('catalogue: %s %s is not what its history says', kind, key) as finding
  from known full join remembered using (kind, key)
  where jsonb_strip_nulls(known.entry) is distinct from jsonb_strip_nulls(remembered.entry)`

function ofKind(kind: (typeof KINDS)[number]): string[] {
  const { table, codeColumn: code, section } = RETURN_KINDS[kind]
  const opened = `
    select format('version %s: %s opened %s rows and closed %s, and says %s new and %s restated',
                  id, '${table}', coalesce(opened, 0), coalesce(closed, 0), rows_new, rows_restated) as finding
    from data_version
      left join (select since_version as id, count(*) as opened from ${table} group by 1) as o using (id)
      left join (select until_version as id, count(*) as closed from ${table} group by 1) as c using (id)
    where coalesce(opened, 0) <> case when kind = '${kind}' then rows_new + rows_restated else 0 end
      or coalesce(closed, 0) <> case when kind = '${kind}' then rows_restated else 0 end`
  const lives = `
    select format('%s: %s on %s is true until version %s, and its next value since %s',
                  '${table}', code, date, until_version, next) as finding
    from (select ${code} as code, date, until_version,
                 lead(since_version, 1, ${STILL_TRUE}) over (partition by ${code}, date order by since_version) as next
          from ${table}) as life
    where next <> until_version`
  const early = `
    select format('%s: %s has a row on %s, before its inception %s', '${table}', code, first, inception) as finding
    from (select ${code} as code, min(date) as first from ${table} where until_version = ${STILL_TRUE} group by 1) as own
      left join ${section === 'factors' ? 'factor' : 'portfolio'} as series using (code)
    where inception is null or first < inception`
  return [opened, lives, early]
}
