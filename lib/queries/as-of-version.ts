import { Prisma } from '@/lib/generated/prisma/client'

/** The condition that a daily row is true as of a data version. The row's table is the only one in scope that is versioned. */
export function asOfVersion(version: number): Prisma.Sql {
  return Prisma.sql`since_version <= ${version} and (until_version is null or until_version > ${version})`
}
