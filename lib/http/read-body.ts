import { ApiProblem } from './problem'

interface Reading {
  /** What is to be sent, as in "Send the withdrawal as the body of the request." */
  what: string
  bytesMax: number
  timeMaxMs?: number
}

const RECEIVE_TIME_MAX_MS = 30_000

/**
 * Reads a small body, and no more of it than `bytesMax`. Throws an ApiProblem when it is absent, too large, too slow or
 * cut.
 */
export async function readBody(
  request: Request,
  { what, bytesMax, timeMaxMs = RECEIVE_TIME_MAX_MS }: Reading,
): Promise<Buffer<ArrayBuffer>> {
  if (request.body === null) throw new ApiProblem(400, `Send ${what} as the body of the request.`)
  const length = request.headers.get('content-length')
  if (length !== null && Number(length) > bytesMax) throw tooLarge(bytesMax)
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
      if (done) return Buffer.concat(pieces)
      size += value.length
      if (size > bytesMax) throw tooLarge(bytesMax)
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

function tooLarge(bytesMax: number): ApiProblem {
  return new ApiProblem(413, `The body is larger than ${bytesMax} bytes.`)
}
