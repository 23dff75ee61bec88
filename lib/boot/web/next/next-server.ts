/**
 * The process of Next: it makes answers for the server in front (front-server.ts), which alone reaches its socket, so that
 * making them delays nothing that is kept. web-server.ts starts it as `next-server.mjs PORT SOCKET`; PORT is that of the
 * server in front, as Next writes it into addresses.
 */
import { createServer, IncomingMessage, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { context, propagation, ROOT_CONTEXT } from '@opentelemetry/api'
import next from 'next'
import { forReader } from '@/lib/access/request-reader'
import { poolLimits } from '@/lib/db/client'
import { readEnv, secretsOf } from '@/lib/db/env'
import { adoptVersion } from '@/lib/db/known-version'
import { watchReplicas } from '@/lib/db/replicas/replicas'
import { noteNoAnswer } from '@/lib/db/store-health'
import type { Answer } from '@/lib/http/kept-answers'
import { whenLoopIdle } from '@/lib/http/loop-idle'
import { logAsJson } from '@/lib/log/json-log'
import { logError } from '@/lib/log/log'
import { hideSecret } from '@/lib/log/redact'
import { inRequest } from '@/lib/log/request-context'
import { measureProcess, processMetrics } from '@/lib/monitoring/registry'
import '@/lib/monitoring/replica-metrics'
import '@/lib/monitoring/reported-metrics'
import { wantsTraces } from '@/lib/monitoring/tracing-settings'
import { inScope, requireScope } from '@/lib/scope/current-scope'
import { withFailure } from '../store-trouble'
import { CollectedResponse } from './collected-response'
import { FAILED, type HandedOver, HEADERS_MAX_BYTES, METRICS_PATH, PING_PATH, takeHandedOver } from './hand-over'
import { missingFileOf, missingPageOf } from './missing-page'
import { withScriptPolicy } from './script-policy'

const [, , port = '', socketPath = ''] = process.argv
const env = readEnv(process.env)
/** The server in front lets the next request begin when this one waits for the database or a child process. */
const TURN = { everyMs: 20, maxMs: 3_000 }

// Otherwise the heap fills with twice as much garbage as live objects before it is collected: 1.4 times the memory.
setFlagsFromString('--heap-growing-percent=30')
for (const secret of secretsOf(env)) hideSecret(secret)
if (env.LOG_FORMAT === 'json') logAsJson()
if (env.AUTH !== 'off') requireScope()
if (env.METRICS_PORT !== undefined) measureProcess('pages')

// Loaded only when it is wanted, and before Next, which finds it when it begins.
const tracing = wantsTraces(process.env) ? (await import('@/lib/monitoring/tracing')).startTracing() : null

const server = createServer({ maxHeaderSize: HEADERS_MAX_BYTES, keepAliveTimeout: 0, requestTimeout: 0 })
const app = next({ dev: false, hostname: 'localhost', port: Number(port), httpServer: server })
await app.prepare()
const answerByNext = app.getRequestHandler()
const stopWatching = watchReplicas(env.DATABASE_READ_URLS ?? [], poolLimits())

server.on('request', (request, response) => {
  if (request.url === PING_PATH) return void response.end()
  const answered = request.url === METRICS_PATH ? sendMetrics(response) : respond(request, response)
  answered.catch((error) => {
    logError('A request failed', error)
    response.destroy()
  })
})
// Next catches what nobody else catches, and goes on.
server.on('error', (error) => {
  logError('The process of Next cannot listen', error)
  process.exit(1)
})
server.listen(socketPath)
process.on('SIGTERM', () => {
  server.close(() => void end())
  server.closeIdleConnections()
})

async function end(): Promise<void> {
  await stopWatching().catch((error) => logError('The connections to the replicas could not be closed', error))
  await tracing?.stop().catch((error) => logError('The last traces were not sent', error))
  process.exit(0)
}

async function sendMetrics(response: ServerResponse): Promise<void> {
  response.end(JSON.stringify(await processMetrics()))
}

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const handedOver = takeHandedOver(request.headers)
  const { method, url, version, silentSince } = handedOver
  delete request.headers.connection
  Object.assign(request, { method, url })
  if (version !== null) adoptVersion(version)
  // Otherwise the first page would wait until this process finds out, too.
  if (silentSince !== null) noteNoAnswer(silentSince, true)
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const stopTurn = whenLoopIdle(TURN, () => response.writeProcessing())
  const answer = await inContextOf(handedOver, () => make(request, gone.signal)).finally(stopTurn)
  if (gone.signal.aborted) return
  if (answer === null) return void response.writeHead(500, { [FAILED]: '1' }).end()
  const { status, headers, body } = answer
  response.writeHead(status, { ...headers, ...(body.length > 0 && { 'content-length': body.length }) }).end(body)
}

/** Runs the making of an answer as the server in front would have: for its reader, in its scope, as a part of its trace. */
function inContextOf<Result>({ requestId, scope, reader, trace }: HandedOver, run: () => Result): Result {
  const asReader = () => inScope(scope, () => (reader === undefined ? run() : forReader(reader, run)))
  // A page that is made ahead belongs to no request.
  const inItsRequest = () => (requestId === undefined ? asReader() : inRequest(requestId, asReader))
  return context.with(propagation.extract(ROOT_CONTEXT, trace), inItsRequest)
}

async function make(request: IncomingMessage, gone: AbortSignal): Promise<Answer | null> {
  const begun = performance.now()
  const answer = await askNext(request, gone)
  return answer && withFailure(withScriptPolicy(await withMissingPage(answer, request, gone)), begun)
}

function askNext(request: IncomingMessage, gone: AbortSignal): Promise<Answer | null> {
  const collected = new CollectedResponse(request)
  gone.addEventListener('abort', () => collected.destroy())
  answerByNext(request, collected).catch((error) => {
    logError('A request failed', error)
    collected.destroy()
  })
  return collected.whole
}

/** Returns the page or the sentence that says what is missing, instead of Next's page of status 404, which has neither view nor title. */
async function withMissingPage(answer: Answer, request: IncomingMessage, gone: AbortSignal): Promise<Answer> {
  const url = missingPageOf(answer, request.url ?? '')
  if (url === null) return missingFileOf(answer, request.url ?? '') ?? answer
  const { method, headers } = request
  const asked = Object.assign(new IncomingMessage(new Socket()), { method, headers, url })
  return (await askNext(asked, gone)) ?? answer
}
