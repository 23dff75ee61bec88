import { type OutgoingHttpHeaders, request } from 'node:http'

export interface RawAnswer {
  status: number
  headers: Record<string, string | string[] | undefined>
  bytes: Buffer
  body: string
}

interface RawRequest {
  /** Sent unchanged: dots, percent signs and slashes are not normalised. */
  path: string
  method?: string
  headers?: OutgoingHttpHeaders
  body?: string
}

/**
 * Sends one HTTP request to the server under test, byte for byte as written. Does not follow redirects. Each has a connection
 * of its own: after a request that announces more than it sends, the server takes the next one for the rest of it.
 */
export function rawRequest(
  baseUrl: string,
  { path, method = 'GET', headers = {}, body }: RawRequest,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(baseUrl)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const bytes = Buffer.concat(chunks)
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, bytes, body: bytes.toString() })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
