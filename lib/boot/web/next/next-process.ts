import { once } from 'node:events'
import { Agent, type ClientRequest, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { context, propagation } from '@opentelemetry/api'
import type { MetricObject } from 'prom-client'
import { readerOfRequest } from '@/lib/access/request-reader'
import { forgetLatestVersion, versionSeen } from '@/lib/db/known-version'
import { isStoreSilent, staleSince } from '@/lib/db/store-health'
import type { Answer } from '@/lib/http/kept-answers'
import { logWarning } from '@/lib/log/log'
import { requestId } from '@/lib/log/request-context'
import { currentScope } from '@/lib/scope/current-scope'
import type { ShortAnswer } from '../check-request'
import { READ_METHODS, type RequestBody } from '../request-body'
import { shortAnswer } from '../short-answers'
import { FAILED, HANDED_OVER, HEADERS_MAX_BYTES, METRICS_PATH, packHandedOver } from './hand-over'
import { listens } from './listens'

/** Headers of the connection to the client. */
const OF_CONNECTION = ['connection', 'keep-alive', 'proxy-connection', 'upgrade', 'expect', 'te', 'trailer']
const OF_BODY = ['content-length', 'transfer-encoding']
/** Headers that Node adds to what the process of Next answers. */
const OF_ANSWER = /^(?:content-length|transfer-encoding|connection|keep-alive|date)$/

/** How long after its arrival a request waits for a process that has just been started again. */
const START_MAX_MS = 8_000
const RETRY_MS = 50
const METRICS_MAX_MS = 1_000
const PROCESSING = 102

const AWAY: ShortAnswer = {
  status: 503,
  text: 'a part of this server is being started again; try again shortly.',
  headers: { 'retry-after': '2' },
}

interface Asking {
  /** The headers of the request that are a part of the key of its answer: Next gets no others, and answers GET. */
  only?: IncomingHttpHeaders
  body?: RequestBody
  /** Called when the process of Next waits for something else than itself, such as the database. */
  onIdle?: (() => void) | undefined
  /** When the request arrived, as performance.now(); by default now. */
  arrivedAt?: number
  /** Aborts when the client has gone. */
  gone: AbortSignal
}

/** The process of Next (next-server.ts), as the server in front asks it over a socket that only this program reaches. */
export class NextProcess {
  readonly #agent = new Agent({ keepAlive: true })
  /** Whether the process has answered since it was last found to be away. */
  #isThere = false

  /** @param socketPath the path of the socket, or of the named pipe on Windows */
  constructor(readonly socketPath: string) {}

  /**
   * Returns the answer to a request in the current context; null when the client has gone before or Next failed; 503 when the
   * process has ended. A request that may have changed something makes the server read the newest version again.
   */
  async ask(
    asked: IncomingMessage,
    { only, body = null, onIdle, arrivedAt = performance.now(), gone }: Asking,
  ): Promise<Answer | null> {
    const { method = '' } = asked
    const isRead = READ_METHODS.includes(method)
    const sent = {
      method: only === undefined ? method : 'GET',
      url: asked.url ?? '',
      headers: only ?? headersOf(asked),
    }
    const attempt = async (isAgain: boolean): Promise<Answer | null> => {
      if (!(await this.#untilThere(arrivedAt + START_MAX_MS, gone))) return gone.aborted ? null : shortAnswer(AWAY)
      try {
        return await this.#send(sent, body, { onIdle, gone })
      } catch (error) {
        if (gone.aborted) return null
        this.#isThere = false
        const isWhole = body === null || Buffer.isBuffer(body)
        if (isWhole && wasNotSent(error) && !isAgain) return attempt(true)
        logWarning('The process of Next has not answered', error)
        return shortAnswer(AWAY)
      }
    }
    try {
      return await attempt(false)
    } finally {
      if (!isRead) forgetLatestVersion()
    }
  }

  /** Returns the metrics of the process. @throws when it does not answer within a second */
  async metrics(): Promise<MetricObject[]> {
    const signal = AbortSignal.timeout(METRICS_MAX_MS)
    const asking = request({ socketPath: this.socketPath, agent: this.#agent, path: METRICS_PATH, signal }).end()
    const { body } = await collected(await responseTo(asking))
    return JSON.parse(body.toString()) as MetricObject[]
  }

  async #send(
    { method, url, headers }: { method: string; url: string; headers: IncomingHttpHeaders },
    body: RequestBody,
    { onIdle, gone }: Pick<Asking, 'onIdle' | 'gone'>,
  ): Promise<Answer | null> {
    const trace: Record<string, string> = {}
    propagation.inject(context.active(), trace)
    const scope = currentScope()
    const packed = packHandedOver({
      ...{ method, url, scope, trace, requestId: requestId(), reader: readerOfRequest() },
      ...{ version: versionSeen(), silentSince: isStoreSilent() ? staleSince() : null },
    })
    const asking = request({
      ...{ socketPath: this.socketPath, agent: this.#agent, path: '/', signal: gone, maxHeaderSize: HEADERS_MAX_BYTES },
      // The headers of HEAD say how long the body is, so Next must send it.
      ...{ method: method === 'HEAD' ? 'GET' : method, headers: { ...headers, [HANDED_OVER]: packed } },
    })
    asking.on('information', ({ statusCode }) => {
      if (statusCode === PROCESSING) onIdle?.()
    })
    // Whether a body is too long is said before it comes.
    asking.flushHeaders()
    if (body === null || Buffer.isBuffer(body)) asking.end(body)
    else body.pipe(asking)
    const response = await responseTo(asking)
    // The rest of a body that is no longer read is not an error of the answer.
    asking.on('error', () => undefined)
    const answer = await collected(response)
    return answer.headers[FAILED] === undefined ? answer : null
  }

  /** Waits until the process listens, or until a time has come; returns whether it does. */
  async #untilThere(end: number, gone: AbortSignal): Promise<boolean> {
    while (!this.#isThere && !gone.aborted) {
      this.#isThere = await listens(this.socketPath)
      if (this.#isThere || performance.now() > end) break
      await sleep(RETRY_MS)
    }
    return this.#isThere
  }
}

/** Returns whether a request has failed since nobody listened: the process has ended since it was last asked. */
function wasNotSent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ECONNREFUSED')
}

/** Returns the headers of a request that Next gets; Next cannot see the client's address itself. */
function headersOf({ method = '', headers, socket }: IncomingMessage): IncomingHttpHeaders {
  const left = READ_METHODS.includes(method) ? [...OF_CONNECTION, ...OF_BODY] : OF_CONNECTION
  const passed = Object.fromEntries(Object.entries(headers).filter(([name]) => !left.includes(name)))
  const { remoteAddress } = socket
  return { ...(remoteAddress !== undefined && { 'x-forwarded-for': remoteAddress }), ...passed }
}

async function responseTo(asking: ClientRequest): Promise<IncomingMessage> {
  const [response] = await once(asking, 'response')
  return response
}

async function collected(response: IncomingMessage): Promise<Answer> {
  const { statusCode: status } = response
  if (status === undefined) throw new TypeError('an answer has a status')
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part)
  const headers = Object.fromEntries(Object.entries(response.headers).filter(([name]) => !OF_ANSWER.test(name)))
  return { status, headers, body: Buffer.concat(parts) }
}
