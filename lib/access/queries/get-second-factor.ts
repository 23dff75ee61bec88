import { createOTP } from '@better-auth/utils/otp'
import { symmetricDecrypt } from 'better-auth/crypto'
import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { accessSecret } from '../sessions/access-secret'
import { PRODUCT } from '../sessions/auth'

export interface ListedPasskey {
  id: string
  name: string
  addedAt: Date | null
}

/** An authenticator app whose first code was not typed yet. */
interface PendingCodes {
  /** What the app reads from the QR code: otpauth://totp/…. */
  uri: string
  /** The same secret as text, in Base32. */
  secret: string
}

export interface SecondFactor {
  /** Codes after the password: none, begun, or asked for, with the number of backup codes that are left. */
  codes: { state: 'off' } | ({ state: 'begun' } & PendingCodes) | { state: 'on'; backupCodes: number }
  passkeys: ListedPasskey[]
}

/** Returns by what a person signs in besides the password. */
export async function getSecondFactor(id: string): Promise<SecondFactor> {
  const person = await prisma.accessUser.findUniqueOrThrow({
    where: { id },
    include: { twoFactor: true, passkeys: { orderBy: { createdAt: 'asc' } } },
  })
  const passkeys = person.passkeys.map(({ id: key, name, createdAt }) => ({
    id: key,
    name: name ?? '',
    addedAt: createdAt,
  }))
  const { twoFactor, email } = person
  if (twoFactor === null) return { codes: { state: 'off' }, passkeys }
  const key = await accessSecret()
  if (twoFactor.verified) {
    const left = z.array(z.string()).parse(JSON.parse(await symmetricDecrypt({ key, data: twoFactor.backupCodes })))
    return { codes: { state: 'on', backupCodes: left.length }, passkeys }
  }
  const uri = createOTP(await symmetricDecrypt({ key, data: twoFactor.secret })).url(PRODUCT, email)
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return { codes: { state: 'begun', uri, secret }, passkeys }
}
