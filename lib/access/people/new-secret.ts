import { randomBytes } from 'node:crypto'
import { tokenHash } from '../tokens/find-token-reader'

const SECRET_BYTES = 32

/** Returns 256 random bits for a link or token, with their hash, which alone the store keeps. */
export function newSecret(): { secret: string; sha256: string } {
  const secret = randomBytes(SECRET_BYTES).toString('base64url')
  return { secret, sha256: tokenHash(secret) }
}
