import { prisma } from '@/lib/db/client'
import { type ShareState, shareState } from '../shares/share-state'

/** A link as its page lists it. */
export interface ListedShare {
  id: string
  client: string
  /** "2024-08-30" with the number of its edition and its market, or the code of a series. */
  shown: { asOf: string; number: number; market: string } | { code: string }
  state: ShareState
  hasPassword: boolean
  opens: number
  /** null without a limit. */
  maxOpens: number | null
  lastOpenedAt: Date | null
  expiresAt: Date
}

/** Returns the links that a person made, the newest first; those of everybody for null. */
export async function getShares(madeBy: string | null): Promise<ListedShare[]> {
  const links = await prisma.shareLink.findMany({
    where: madeBy === null ? {} : { createdBy: madeBy },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: LISTED_MAX,
  })
  return links.map((link) => {
    const { id, client, asOf, number, market, series, password, opens, maxOpens, lastOpenedAt, expiresAt } = link
    const shown =
      asOf !== null && number !== null
        ? { asOf: asOf.toISOString().slice(0, 10), number, market }
        : { code: series ?? '' }
    const hasPassword = password !== null
    return { id, client, shown, state: shareState(link), hasPassword, opens, maxOpens, lastOpenedAt, expiresAt }
  })
}

const LISTED_MAX = 500
