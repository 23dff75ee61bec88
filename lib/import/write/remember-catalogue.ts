import { closureKey } from '@/lib/catalogue/entry-key'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { Execute } from './load'
import type { CatalogueChanges } from './write-catalogue'

/** The tables of the catalogue in the form of its history. */
const CURRENT = `
  select 'market' as kind, code as key, to_jsonb(market) as entry from market
  union all select 'family', code, to_jsonb(family) from family
  union all select 'factor', code, to_jsonb(factor) from factor
  union all select 'portfolio', code, to_jsonb(portfolio) from portfolio
  union all select 'report_issue', to_char(week_end, 'YYYY-MM-DD'), to_jsonb(report_issue) from report_issue`

/**
 * Updates the catalogue's history from its tables: closes entries that differ or are gone at the version, and opens new
 * ones. Call it only inside the load that created the version.
 */
export async function rememberCatalogue(execute: Execute, version: number): Promise<void> {
  await execute(CLOSE_CHANGED, [version])
  await execute(CLOSE_GONE, [version])
  await execute(OPEN, [version])
}

const CLOSE_CHANGED = `
  update catalogue_entry as known
  set until_version = $1
  from (${CURRENT}) as current
  where known.kind = current.kind and known.key = current.key and known.until_version = ${STILL_TRUE}
    and known.entry <> current.entry`

const CLOSE_GONE = `
  update catalogue_entry as known
  set until_version = $1
  where kind <> 'closure' and until_version = ${STILL_TRUE} and not exists (
    select from (${CURRENT}) as current where known.kind = current.kind and known.key = current.key
  )`

const OPEN = `
  insert into catalogue_entry (kind, key, entry, since_version)
  select kind, key, entry, $1::int
  from (${CURRENT}) as current
  where not exists (
    select from catalogue_entry as known
    where known.kind = current.kind and known.key = current.key and known.until_version = ${STILL_TRUE}
  )`

/** Writes new and changed closures into the catalogue's history. Call it only inside the load that created the version. */
export async function rememberClosures(
  execute: Execute,
  version: number,
  { added, changed }: CatalogueChanges['closures'],
): Promise<void> {
  await endClosures(execute, version, changed.map(closureKey))
  const entries = [...added, ...changed].map((entry) => ({ key: closureKey(entry), entry }))
  await execute(OPEN_CLOSURES, [version, JSON.stringify(entries)])
}

/** Ends closures at a version, by their keys. */
export async function endClosures(execute: Execute, version: number, keys: string[]): Promise<void> {
  await execute(CLOSE_CLOSURES, [version, keys])
}

const CLOSE_CLOSURES = `
  update catalogue_entry
  set until_version = $1
  where kind = 'closure' and key = any($2) and until_version = ${STILL_TRUE}`

const OPEN_CLOSURES = `
  insert into catalogue_entry (kind, key, entry, since_version)
  select 'closure', key, entry, $1::int
  from jsonb_to_recordset($2::jsonb) as given (key text, entry jsonb)`
