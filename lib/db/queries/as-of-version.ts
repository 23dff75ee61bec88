import { Prisma } from '@/lib/db/generated/prisma/client'

/** Until which version a row is true that still is: none is after it. The default of the store's column. */
export const STILL_TRUE = 2_147_483_647

/** As of it the store is as it is now, whatever its newest version is. */
export const NEWEST = STILL_TRUE - 1

/** The condition that a daily row is true as of a data version. The row's table is the only one in scope that is versioned. */
export function asOfVersion(version: number): Prisma.Sql {
  return Prisma.sql`since_version <= ${version} and until_version > ${version}`
}
