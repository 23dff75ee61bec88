import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { NEWEST } from '@/lib/db/queries/as-of-version'
import type { Query } from '@/lib/db/query'
import { readAliases } from '@/lib/db/read-aliases'
import { type WithdrawalOptions, WithdrawalRefusal } from './open-withdrawal'
import { withdrawEntries } from './withdraw-entries'
import { withdrawRows } from './withdraw-rows'
import { faultOf, type WithdrawalOrder } from './withdrawal-order'
import type { WithdrawalOutcome } from './withdrawal-outcome'

/**
 * Takes back what a version did, or what the last load did to series between dates: a new data version, in which those
 * rows are as they were before it. Rows that a later version changed stay as they are. Creates no version when no row
 * changes. A dry run writes nothing. Throws a WithdrawalRefusal.
 */
export async function withdraw(order: WithdrawalOrder, options: WithdrawalOptions): Promise<WithdrawalOutcome> {
  const fault = faultOf(order)
  if (fault !== null) throw new WithdrawalRefusal(fault)
  const isOfCatalogue = order.version !== null && (await changedCatalogue(order.version))
  if (!isOfCatalogue) {
    await assertKnown(order.series ?? [])
    return withdrawRows(order, options)
  }
  if (order.series !== null || order.from !== null || order.to !== null) {
    throw new WithdrawalRefusal(
      `Version ${order.version} changed the catalogue, which has no dates: leave series, from and to out.`,
    )
  }
  return withdrawEntries({ ...order, version: order.version }, options)
}

const query: Query = (statement, parameters) => prisma.$queryRawUnsafe(statement, ...parameters)

/** Returns whether a version changed the catalogue: a load of one, or its withdrawal. */
async function changedCatalogue(version: number): Promise<boolean> {
  const load = z.array(z.object({ newest: z.int(), isOfCatalogue: z.boolean(), isRename: z.boolean() }))
  const [known] = load.parse(await query(VERSION, [version]))
  if (known === undefined)
    throw new WithdrawalRefusal(`There is no data version ${version}: nothing has been loaded yet.`)
  if (known.newest < version) {
    throw new WithdrawalRefusal(`There is no data version ${version}: the newest is ${known.newest}.`)
  }
  if (known.isRename) {
    throw new WithdrawalRefusal(
      `Version ${version} renamed a series, which changes its code in every version: rename it back with npm run rename.`,
    )
  }
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
  throw new WithdrawalRefusal(`Not in the catalogue: ${names.join(', ')}.`)
}

const UNKNOWN_SERIES = `
  select code
  from unnest($1::text[]) as code
  where code not in (select code from factor union all select code from portfolio)`
