import { ApiProblem } from '@/lib/http/problem'

/** A checksum of the body that a request declares in its headers. */
export interface DeclaredDigest {
  header: 'Content-Digest' | 'X-Content-SHA256'
  algorithm: 'sha256' | 'sha512'
  digest: Buffer
}

type Algorithm = DeclaredDigest['algorithm']

const BYTES: Record<Algorithm, number> = { sha256: 32, sha512: 64 }
const KNOWN = new Map<string, Algorithm>([
  ['sha-256', 'sha256'],
  ['sha-512', 'sha512'],
])

const FORMS = {
  'Content-Digest': 'write sha-256=:…: or sha-512=:…: with the digest of the body in base64, as in RFC 9530',
  'X-Content-SHA256': 'write the SHA-256 of the body as 64 hexadecimal digits',
}

/**
 * Reads the checksums in a request's headers. Content-Digest may have several; those of unknown algorithms are ignored.
 * Throws an ApiProblem when a checksum cannot be checked, because its sender relies on it.
 */
export function readDigests(headers: Headers): DeclaredDigest[] {
  return [...readStandard(headers.get('content-digest')), ...readPlain(headers.get('x-content-sha256'))]
}

function readStandard(text: string | null): DeclaredDigest[] {
  if (text === null) return []
  const header = 'Content-Digest'
  const digests = text.split(',').flatMap((member) => {
    const [, name = '', value = ''] = /^\s*([^\s=]*)\s*=?(.*)$/.exec(member) ?? []
    const algorithm = KNOWN.get(name.toLowerCase())
    if (algorithm === undefined) return []
    const [, base64 = ''] = /^\s*:([A-Za-z0-9+/]+={0,2}):\s*(?:;.*)?$/.exec(value) ?? []
    const digest = Buffer.from(base64, 'base64')
    if (digest.length !== BYTES[algorithm]) throw unreadable(header, member.trim())
    return [{ header, algorithm, digest } as const]
  })
  if (digests.length === 0) throw unreadable(header, text)
  return digests
}

function readPlain(text: string | null): DeclaredDigest[] {
  if (text === null) return []
  const header = 'X-Content-SHA256'
  if (!/^[0-9a-f]{64}$/i.test(text)) throw unreadable(header, text)
  return [{ header, algorithm: 'sha256', digest: Buffer.from(text, 'hex') }]
}

function unreadable(header: DeclaredDigest['header'], text: string): ApiProblem {
  return new ApiProblem(
    400,
    `${header} cannot be checked as "${text.slice(0, 200)}": ${FORMS[header]}. Nothing was written.`,
  )
}
