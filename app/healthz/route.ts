import { plainText } from '@/lib/http/plain-text'

/** Liveness: the process answers. */
export const dynamic = 'force-dynamic'

export function GET(): Response {
  return plainText(200, 'ok')
}
