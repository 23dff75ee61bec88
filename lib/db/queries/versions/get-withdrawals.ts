import { storeAsOf } from '@/lib/db/store-as-of'

interface Parameters {
  /** Data versions that may have been withdrawn. */
  versions: number[]
  /** Newest version to read. */
  latest: number
}

/** A version, and a later one that took it back. */
export interface Withdrawal {
  version: number
  by: number
}

/** Returns the withdrawals of versions, oldest first. A version may be withdrawn again, when a part was left. */
export async function getWithdrawals({ versions, latest }: Parameters): Promise<Withdrawal[]> {
  const rows = await storeAsOf(latest).dataVersion.findMany({
    where: { id: { lte: latest }, withdrawnVersion: { in: versions } },
    select: { id: true, withdrawnVersion: true },
    orderBy: { id: 'asc' },
  })
  return rows.flatMap(({ id, withdrawnVersion }) =>
    withdrawnVersion === null ? [] : [{ version: withdrawnVersion, by: id }],
  )
}
