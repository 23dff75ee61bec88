import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { NEWEST } from '@/lib/db/queries/as-of-version'
import type { Query } from '@/lib/db/query'
import { readAliases } from '@/lib/db/read-aliases'
import type { WithdrawalOptions } from './open-withdrawal'
import { withdrawEntries } from './withdraw-entries'
import { withdrawRows } from './withdraw-rows'
import { refusalOf, type WithdrawalOrder } from './withdrawal-order'
import type { WithdrawalOutcome } from './withdrawal-outcome'
import { WithdrawalRefusal } from './withdrawal-refusal'

/**
 * Takes back what a version did, or what the last load did to series between dates: a new data version, in which those
 * rows are as they were before it. Rows that a later version changed stay as they are. Creates no version when no row
 * changes. A dry run writes nothing. Throws a WithdrawalRefusal.
 */
export async function withdraw(order: WithdrawalOrder, options: WithdrawalOptions): Promise<WithdrawalOutcome> {
  const reason = refusalOf(order)
  if (reason !== null) throw new WithdrawalRefusal([reason])
  const { version } = order
  if (version === null || !(await changedCatalogue(version))) {
    await assertKnown(order.series ?? [])
    return withdrawRows(order, options)
  }
  if (order.series !== null || order.from !== null || order.to !== null) {
    throw new WithdrawalRefusal([{ code: 'no-dates', values: { version } }])
  }
  return withdrawEntries(order, options)
}

const query: Query = (statement, parameters) => prisma.$queryRawUnsafe(statement, ...parameters)

/** Returns whether a version changed the catalogue: a load of one, or its withdrawal. */
async function changedCatalogue(version: number): Promise<boolean> {
  const load = z.array(z.object({ newest: z.int(), isOfCatalogue: z.boolean(), isRename: z.boolean() }))
  const [known] = load.parse(await query(VERSION, [version]))
  if (known === undefined) throw new WithdrawalRefusal([{ code: 'empty-store', values: { version } }])
  if (known.newest < version) {
    throw new WithdrawalRefusal([{ code: 'unknown-version', values: { version, newest: known.newest } }])
  }
  if (known.isRename) throw new WithdrawalRefusal([{ code: 'renamed', values: { version } }])
  return known.isOfCatalogue
}

const VERSION = `
  select id as newest,
         exists (select from catalogue_entry
                 where since_version = $1::int or until_version = $1::int) as "isOfCatalogue",
         exists (select from data_version where id = $1::int and kind = 'rename') as "isRename"
  from data_version
  order by id desc
  limit 1`

async function assertKnown(series: string[]): Promise<void> {
  const strange = z.array(z.object({ code: z.string() })).parse(await query(UNKNOWN_SERIES, [series]))
  if (strange.length === 0) return
  const aliases = await readAliases(query, NEWEST)
  const names = strange.map(({ code }) => {
    const renamed = aliases.get(code)
    return renamed === undefined ? code : `${code} (${renamed} since it was renamed)`
  })
  throw new WithdrawalRefusal([{ code: 'unknown-series', values: { names: names.join(', ') } }])
}

const UNKNOWN_SERIES = `
  select code
  from unnest($1::text[]) as code
  where code not in (select code from factor union all select code from portfolio)`
