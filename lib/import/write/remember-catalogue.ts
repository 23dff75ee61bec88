import { Prisma } from '@/lib/db/generated/prisma/client'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'

/** Each table of the catalogue as rows of its history. */
const CURRENT = Prisma.sql`
  select 'market' as kind, code as key, to_jsonb(market) as entry from market
  union all select 'family', code, to_jsonb(family) from family
  union all select 'factor', code, to_jsonb(factor) from factor
  union all select 'portfolio', code, to_jsonb(portfolio) from portfolio
  union all select 'report_issue', to_char(week_end, 'YYYY-MM-DD'), to_jsonb(report_issue) from report_issue`

/**
 * Brings the catalogue's history up to the tables as they are now: entries that differ are closed by the version and
 * opened anew. Only inside the load that made the version.
 */
export async function rememberCatalogue(tx: Prisma.TransactionClient, version: number): Promise<void> {
  await tx.$executeRaw`
    update catalogue_entry as known
    set until_version = ${version}
    from (${CURRENT}) as current
    where known.kind = current.kind and known.key = current.key and known.until_version = ${STILL_TRUE}
      and known.entry <> current.entry`
  await tx.$executeRaw`
    insert into catalogue_entry (kind, key, entry, since_version)
    select kind, key, entry, ${version}::int
    from (${CURRENT}) as current
    where not exists (
      select from catalogue_entry as known
      where known.kind = current.kind and known.key = current.key and known.until_version = ${STILL_TRUE}
    )`
}
