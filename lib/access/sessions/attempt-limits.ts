import { createHash } from 'node:crypto'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { prisma } from '@/lib/db/client'

/** Attempts that fail within the window, before more are refused unread. */
export const LIMITS = { address: 40, account: 10 } as const
const WINDOW_S = 15 * 60

const limiterOf = (kind: keyof typeof LIMITS) =>
  new RateLimiterPrisma({
    storeClient: prisma,
    tableName: 'accessAttempt',
    keyPrefix: kind,
    points: LIMITS[kind],
    duration: WINDOW_S,
    // Rows that have expired go with each success.
    clearExpiredByTimeout: false,
  })

interface Attempt {
  /** Network address; null when it is unknown. */
  address: string | null
  /** What is tried: an e-mail, or the secret of a link. */
  account: string
}

/**
 * Counts an attempt, before anything is hashed or compared. Whether the account exists makes no difference.
 * @returns seconds until the next attempt may be made; null when this one may
 */
export async function countAttempt({ address, account }: Attempt): Promise<number | null> {
  const counted = [limiterOf('account').consume(hashed(account))]
  if (address !== null) counted.push(limiterOf('address').consume(address))
  const waits = (await Promise.allSettled(counted)).map((each) =>
    each.status === 'rejected' ? secondsOf(each.reason) : 0,
  )
  const wait = Math.max(...waits)
  return wait === 0 ? null : wait
}

/** Forgets the attempts of an account, after one that succeeded, and those of all that have expired. */
export async function forgetAttempts(account: string): Promise<void> {
  await limiterOf('account').delete(hashed(account))
  await prisma.accessAttempt.deleteMany({ where: { expire: { lt: new Date() } } })
}

function secondsOf(reason: unknown): number {
  if (!(reason instanceof RateLimiterRes)) throw reason
  return Math.max(1, Math.ceil(reason.msBeforeNext / 1_000))
}

/** The store keeps no e-mail that somebody tried. */
function hashed(account: string): string {
  return createHash('sha256').update(account.trim().toLowerCase()).digest('hex')
}
