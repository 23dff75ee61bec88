import { createHash, timingSafeEqual } from 'node:crypto'
import { ApiProblem } from '@/lib/http/problem'

/** Throws an ApiProblem unless the request carries the token. The comparison takes the same time for any token. */
export function authorise(request: Request, token: string): void {
  const [, shown = ''] = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  if (timingSafeEqual(digest(shown), digest(token))) return
  const headers = { 'www-authenticate': 'Bearer realm="imports"' }
  throw new ApiProblem(401, 'Send the import token of this server as "Authorization: Bearer …".', [], headers)
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
