import { includesRole, type Reader, type TokenScope } from '@/lib/access/reader'
import { bearerOf, findTokenReader } from '@/lib/access/tokens/find-token-reader'
import { ApiProblem } from '@/lib/http/problem'

/** The role that a token's person needs, besides the scope. */
const ROLE_FOR = { read: 'client', import: 'editor', publish: 'publisher' } as const

/** Returns whose token a request carries. Throws an ApiProblem when it carries none, or one that may not do this. */
export async function authorise(request: Request, scope: TokenScope): Promise<Reader> {
  const token = bearerOf(request.headers.get('authorization') ?? undefined)
  const reader = token === null ? null : await findTokenReader(token)
  if (reader === null) {
    const headers = { 'www-authenticate': 'Bearer realm="imports"' }
    throw new ApiProblem(401, 'Send the import token of this server as "Authorization: Bearer …".', [], headers)
  }
  if (reader.tokenScopes?.includes(scope) && includesRole(reader.role, ROLE_FOR[scope])) return reader
  throw new ApiProblem(403, `This token may not be used for this: make one with the use "${scope}".`)
}
