import { plainText } from '@/lib/http/plain-text'

/** Liveness: the process responds. */
export const dynamic = 'force-dynamic'

export function GET(): Response {
  return plainText(200, 'ok')
}
