import { entryKey, TABLELESS } from '@/lib/catalogue/entry-key'
import { Prisma } from '@/lib/db/generated/prisma/client'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import type { RowChanges } from './compare-rows'
import type { CatalogueChanges } from './write-catalogue'

/** The tables of the catalogue in the form of its history. */
const CURRENT = Prisma.sql`
  select 'market' as kind, code as key, to_jsonb(market) as entry from market
  union all select 'family', code, to_jsonb(family) from family
  union all select 'factor', code, to_jsonb(factor) from factor
  union all select 'portfolio', code, to_jsonb(portfolio) from portfolio
  union all select 'report_issue', to_char(week_end, 'YYYY-MM-DD'), to_jsonb(report_issue) from report_issue`

/**
 * Updates the catalogue's history from its tables: closes entries that differ or are gone at the version, and opens new
 * ones. Call it only inside the load that created the version.
 */
export async function rememberCatalogue(tx: Prisma.TransactionClient, version: number): Promise<void> {
  await tx.$executeRaw`
    update catalogue_entry as known
    set until_version = ${version}
    from (${CURRENT}) as current
    where known.kind = current.kind and known.key = current.key and known.until_version = ${STILL_TRUE}
      and known.entry <> current.entry`
  await tx.$executeRaw`
    update catalogue_entry as known
    set until_version = ${version}
    where kind <> all(${[...TABLELESS]}) and until_version = ${STILL_TRUE} and not exists (
      select from (${CURRENT}) as current where known.kind = current.kind and known.key = current.key
    )`
  await tx.$executeRaw`
    insert into catalogue_entry (kind, key, entry, since_version)
    select kind, key, entry, ${version}::int
    from (${CURRENT}) as current
    where not exists (
      select from catalogue_entry as known
      where known.kind = current.kind and known.key = current.key and known.until_version = ${STILL_TRUE}
    )`
}

/**
 * Writes new and changed closures and aliases into the catalogue's history. Call it only inside the load that created the
 * version.
 */
export async function rememberTableless(
  tx: Prisma.TransactionClient,
  version: number,
  { closures, aliases }: Pick<CatalogueChanges, 'closures' | 'aliases'>,
): Promise<void> {
  await remember(
    tx,
    version,
    'closure',
    entriesOf(closures, (entry) => entry),
  )
  await remember(
    tx,
    version,
    'alias',
    entriesOf(aliases, ({ oldCode, code }) => ({ old_code: oldCode, code })),
  )
}

type Tableless = CatalogueChanges['closures' | 'aliases']['added'][number]

function entriesOf<Row extends Tableless>({ added, changed }: RowChanges<Row>, columnsOf: (row: Row) => object) {
  return {
    closed: changed.map(entryKey),
    opened: [...added, ...changed].map((row) => ({ key: entryKey(row), entry: columnsOf(row) })),
  }
}

async function remember(
  tx: Prisma.TransactionClient,
  version: number,
  kind: (typeof TABLELESS)[number],
  { closed, opened }: ReturnType<typeof entriesOf>,
): Promise<void> {
  await tx.$executeRaw`
    update catalogue_entry
    set until_version = ${version}
    where kind = ${kind} and key = any(${closed}) and until_version = ${STILL_TRUE}`
  await tx.$executeRaw`
    insert into catalogue_entry (kind, key, entry, since_version)
    select ${kind}, key, entry, ${version}::int
    from jsonb_to_recordset(${JSON.stringify(opened)}::jsonb) as given (key text, entry jsonb)`
}
