import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ApiProblem } from '@/lib/http/problem'
import { SIZE_LIMITS } from '@/lib/import/read/size-limits'
import { type DeclaredDigest, readDigests } from './read-digests'

const RECEIVE_TIME_MAX_MS = 120_000

/**
 * Streams a request's body into a file and returns its SHA-256, hexadecimal. Throws an ApiProblem when it is empty, too
 * large, too slow or incomplete, or does not match its length and checksums.
 */
export async function receiveBody(request: Request, path: string, timeMaxMs = RECEIVE_TIME_MAX_MS): Promise<string> {
  const length = request.headers.get('content-length')
  if (request.body === null || length === '0') throw new ApiProblem(400, 'Send the file as the body of the request.')
  if (length !== null && Number(length) > SIZE_LIMITS.fileBytes) throw tooLarge()
  const declared = readDigests(request.headers)
  const sha256 = createHash('sha256')
  const sha512 = declared.some(({ algorithm }) => algorithm === 'sha512') ? createHash('sha512') : null
  let size = 0
  const watch = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      sha256.update(chunk)
      sha512?.update(chunk)
      done(size > SIZE_LIMITS.fileBytes ? tooLarge() : null, chunk)
    },
  })
  const signal = AbortSignal.timeout(timeMaxMs)
  await pipeline(Readable.from(request.body), watch, createWriteStream(path), { signal }).catch((error) => {
    if (error instanceof ApiProblem) throw error
    if (signal.aborted) throw new ApiProblem(408, `The file did not arrive within ${timeMaxMs / 1_000} s.`)
    if (isFileFault(error)) throw error
    throw cut(`after ${size} bytes`)
  })
  if (size === 0) throw new ApiProblem(400, 'Send the file as the body of the request.')
  if (length !== null && Number(length) !== size) throw cut(`${size} of ${length} bytes arrived`)
  const digests = { sha256: sha256.digest(), sha512: sha512?.digest() }
  const wrong = declared.find(({ algorithm, digest }) => !digests[algorithm]?.equals(digest))
  if (wrong) throw cut(`${wrong.header} says another ${NAMES[wrong.algorithm]}`)
  return digests.sha256.toString('hex')
}

const NAMES: Record<DeclaredDigest['algorithm'], string> = { sha256: 'SHA-256', sha512: 'SHA-512' }

function cut(how: string): ApiProblem {
  return new ApiProblem(
    400,
    `The body was incomplete or changed in transit (${how}). Nothing was written; send it again.`,
  )
}

function tooLarge(): ApiProblem {
  return new ApiProblem(413, `The file is larger than the limit of ${SIZE_LIMITS.fileBytes} bytes; split it.`)
}

function isFileFault(error: unknown): boolean {
  return error instanceof Error && 'path' in error
}
