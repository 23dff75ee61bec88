import { createHash } from 'node:crypto'
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible'
import { prisma } from '@/lib/db/client'

/** Attempts that fail within the window, before more are refused unread. */
export const LIMITS = { address: 40, account: 10 } as const
const WINDOW_S = 15 * 60

/** Seconds for which a code of an authenticator app can be used: its own half minute, and those before and after it. */
const CODE_S = 90

const limiterOf = (keyPrefix: string, points: number, duration: number) =>
  new RateLimiterPrisma({
    storeClient: prisma,
    tableName: 'accessAttempt',
    keyPrefix,
    points,
    duration,
    // Rows that have expired go with each success.
    clearExpiredByTimeout: false,
  })

const ofAccount = () => limiterOf('account', LIMITS.account, WINDOW_S)
const ofAddress = () => limiterOf('address', LIMITS.address, WINDOW_S)

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
  const counted = [ofAccount().consume(hashed(account))]
  if (address !== null) counted.push(ofAddress().consume(address))
  const waits = (await Promise.allSettled(counted)).map((each) =>
    each.status === 'rejected' ? secondsOf(each.reason) : 0,
  )
  const wait = Math.max(...waits)
  return wait === 0 ? null : wait
}

/** Forgets the attempts of an account, after one that succeeded, and those of all that have expired. */
export async function forgetAttempts(account: string): Promise<void> {
  await ofAccount().delete(hashed(account))
  await prisma.accessAttempt.deleteMany({ where: { expire: { lt: new Date() } } })
}

/**
 * Returns whether a code is tried for the first time: whoever saw it cannot use it again (RFC 6238, section 5.2).
 * @param of who uses it
 */
export async function isFirstUse(of: string, code: string): Promise<boolean> {
  try {
    await limiterOf('code', 1, CODE_S).consume(hashed(`${of} ${code}`))
    return true
  } catch (refusal) {
    secondsOf(refusal)
    return false
  }
}

function secondsOf(reason: unknown): number {
  if (!(reason instanceof RateLimiterRes)) throw reason
  return Math.max(1, Math.ceil(reason.msBeforeNext / 1_000))
}

/** The store keeps no e-mail that somebody tried. */
function hashed(account: string): string {
  return createHash('sha256').update(account.trim().toLowerCase()).digest('hex')
}
