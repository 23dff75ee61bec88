import { ApiProblem } from '@/lib/http/problem'

const BYTES_MAX = 64 * 1024
const RECEIVE_TIME_MAX_MS = 30_000

/** Reads a small text body. Throws an ApiProblem when it is empty, too large, too slow or cut. */
export async function readBody(request: Request, timeMaxMs = RECEIVE_TIME_MAX_MS): Promise<string> {
  if (request.body === null) throw new ApiProblem(400, 'Send the request as a JSON object in its body.')
  const signal = AbortSignal.timeout(timeMaxMs)
  const reader = request.body.getReader()
  const stop = () => reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', stop)
  const pieces: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (signal.aborted) throw new ApiProblem(408, `The body did not arrive within ${timeMaxMs / 1_000} s.`)
      if (done) return Buffer.concat(pieces).toString()
      size += value.length
      if (size > BYTES_MAX) throw new ApiProblem(413, `The body is larger than ${BYTES_MAX} bytes.`)
      pieces.push(value)
    }
  } catch (error) {
    if (error instanceof ApiProblem) throw error
    throw new ApiProblem(400, `The body was incomplete (after ${size} bytes). Nothing was written; send it again.`)
  } finally {
    signal.removeEventListener('abort', stop)
    await stop()
  }
}
