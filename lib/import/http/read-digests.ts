import { ApiProblem } from '@/lib/http/problem'

/** A checksum that a request says its body has. */
export interface SaidDigest {
  header: 'Content-Digest' | 'X-Content-SHA256'
  algorithm: 'sha256' | 'sha512'
  digest: Buffer
}

type Algorithm = SaidDigest['algorithm']

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
 * The checksums that stand in a request's headers. Of several in Content-Digest each of a known algorithm counts.
 * Throws an ApiProblem when one cannot be checked: whoever sends it relies on it.
 */
export function readDigests(headers: Headers): SaidDigest[] {
  return [...readStandard(headers.get('content-digest')), ...readPlain(headers.get('x-content-sha256'))]
}

function readStandard(text: string | null): SaidDigest[] {
  if (text === null) return []
  const header = 'Content-Digest'
  const said = text.split(',').flatMap((member) => {
    const [, name = '', value = ''] = /^\s*([^\s=]*)\s*=?(.*)$/.exec(member) ?? []
    const algorithm = KNOWN.get(name.toLowerCase())
    if (algorithm === undefined) return []
    const [, base64 = ''] = /^\s*:([A-Za-z0-9+/]+={0,2}):\s*(?:;.*)?$/.exec(value) ?? []
    const digest = Buffer.from(base64, 'base64')
    if (digest.length !== BYTES[algorithm]) throw unreadable(header, member.trim())
    return [{ header, algorithm, digest } as const]
  })
  if (said.length === 0) throw unreadable(header, text)
  return said
}

function readPlain(text: string | null): SaidDigest[] {
  if (text === null) return []
  const header = 'X-Content-SHA256'
  if (!/^[0-9a-f]{64}$/i.test(text)) throw unreadable(header, text)
  return [{ header, algorithm: 'sha256', digest: Buffer.from(text, 'hex') }]
}

function unreadable(header: SaidDigest['header'], text: string): ApiProblem {
  return new ApiProblem(
    400,
    `${header} cannot be checked as "${text.slice(0, 200)}": ${FORMS[header]}. Nothing was written.`,
  )
}
