import { randomBytes } from 'node:crypto'
import { prisma } from '@/lib/db/client'
import { readEnv } from '@/lib/db/env'
import { hideSecret } from '@/lib/log/redact'

const NAME = 'sessions'
const SECRET_BYTES = 32

let kept: Promise<string> | null = null

/** Returns the secret that signs cookies: AUTH_SECRET, or the one of the store, which is made at the first call. */
export async function accessSecret(): Promise<string> {
  const { AUTH_SECRET } = readEnv(process.env)
  if (AUTH_SECRET !== undefined) return AUTH_SECRET
  kept ??= readOrMake().catch((error) => {
    kept = null
    throw error
  })
  return kept
}

/** Several instances may start at once: the secret of the first one counts. */
async function readOrMake(): Promise<string> {
  const made = randomBytes(SECRET_BYTES).toString('base64url')
  await prisma.accessSecret.createMany({ data: [{ name: NAME, secret: made }], skipDuplicates: true })
  const { secret } = await prisma.accessSecret.findUniqueOrThrow({ where: { name: NAME } })
  hideSecret(secret)
  return secret
}
