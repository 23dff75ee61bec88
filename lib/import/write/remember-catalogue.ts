import { entryColumns } from '@/lib/catalogue/catalogue-entry'
import { entryKey, TABLELESS } from '@/lib/catalogue/entry-key'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { RowChanges } from './compare-rows'
import type { Execute } from './load'
import type { CatalogueChanges } from './write-catalogue'

/** The tables of the catalogue in the form of its history. */
const CURRENT = `
  select 'market' as kind, code as key, to_jsonb(market) as entry from market
  union all select 'family', code, to_jsonb(family) from family
  union all select 'factor', code, to_jsonb(factor) from factor
  union all select 'portfolio', code, to_jsonb(portfolio) from portfolio
  union all select 'market_index', code, to_jsonb(market_index) from market_index
  union all select 'report_issue', to_char(week_end, 'YYYY-MM-DD'), to_jsonb(report_issue) from report_issue`

/**
 * Updates the catalogue's history from its tables: closes entries that differ or are gone at the version, and opens new
 * ones. Call it only inside the load that created the version.
 */
export async function rememberCatalogue(execute: Execute, version: number): Promise<void> {
  await execute(CLOSE_CHANGED, [version])
  await execute(CLOSE_GONE, [version, TABLELESS])
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
  where kind <> all($2::text[]) and until_version = ${STILL_TRUE} and not exists (
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

type TablelessKind = (typeof TABLELESS)[number]

/**
 * Writes new and changed closures, aliases and components into the catalogue's history. Call it only inside the load that created the
 * version.
 */
export async function rememberTableless(
  execute: Execute,
  version: number,
  { closures, aliases, components }: Pick<CatalogueChanges, TablelessSection>,
): Promise<void> {
  await remember(execute, version, 'closure', closures)
  await remember(execute, version, 'alias', aliases)
  await remember(execute, version, 'component', components)
}

type TablelessSection = 'closures' | 'aliases' | 'components'
type TablelessRow = CatalogueChanges[TablelessSection]['added'][number]

async function remember<Row extends TablelessRow>(
  execute: Execute,
  version: number,
  kind: TablelessKind,
  { added, changed }: RowChanges<Row>,
): Promise<void> {
  await endTableless(execute, version, kind, changed.map(entryKey))
  const entries = [...added, ...changed].map((row) => ({ key: entryKey(row), entry: entryColumns(row) }))
  await execute(OPEN_TABLELESS, [version, kind, JSON.stringify(entries)])
}

/** Ends closures, aliases or components at a version, by their keys. */
export async function endTableless(
  execute: Execute,
  version: number,
  kind: TablelessKind,
  keys: string[],
): Promise<void> {
  await execute(CLOSE_TABLELESS, [version, kind, keys])
}

const CLOSE_TABLELESS = `
  update catalogue_entry
  set until_version = $1
  where kind = $2 and key = any($3) and until_version = ${STILL_TRUE}`

const OPEN_TABLELESS = `
  insert into catalogue_entry (kind, key, entry, since_version)
  select $2::text, key, entry, $1::int
  from jsonb_to_recordset($3::jsonb) as given (key text, entry jsonb)`
