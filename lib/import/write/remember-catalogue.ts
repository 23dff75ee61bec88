import { closureKey } from '@/lib/catalogue/entry-key'
import { Prisma } from '@/lib/db/generated/prisma/client'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
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
    where kind <> 'closure' and until_version = ${STILL_TRUE} and not exists (
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

/** Writes new and changed closures into the catalogue's history. Call it only inside the load that created the version. */
export async function rememberClosures(
  tx: Prisma.TransactionClient,
  version: number,
  { added, changed }: CatalogueChanges['closures'],
): Promise<void> {
  await tx.$executeRaw`
    update catalogue_entry
    set until_version = ${version}
    where kind = 'closure' and key = any(${changed.map(closureKey)}) and until_version = ${STILL_TRUE}`
  const entries = [...added, ...changed].map((entry) => ({ key: closureKey(entry), entry }))
  await tx.$executeRaw`
    insert into catalogue_entry (kind, key, entry, since_version)
    select 'closure', key, entry, ${version}::int
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as given (key text, entry jsonb)`
}
