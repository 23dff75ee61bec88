import { Prisma } from '@/lib/db/generated/prisma/client'

/** `until_version` of a row that is still true; no version is greater. It is the default of the column. */
export const STILL_TRUE = 2_147_483_647

/** A version number that stands for the newest version of any store. */
export const NEWEST = STILL_TRUE - 1

/** Returns the SQL condition that a daily row is true as of a version. No other table in scope may be versioned. */
export function asOfVersion(version: number): Prisma.Sql {
  return Prisma.sql`since_version <= ${version} and until_version > ${version}`
}
