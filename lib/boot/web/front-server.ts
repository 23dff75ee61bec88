/**
 * The process that readers reach. web-server.ts starts it as `front-server.mjs HOST PORT SOCKET`, and beside it the process of
 * Next (next/next-server.ts), which listens on SOCKET.
 *
 * It decides who may have what (admission.ts), keeps whole answers, compressed (lib/http/kept-answers.ts), refuses
 * what Next cannot handle (check-request.ts), limits how many requests are in progress (lib/http/request-gate.ts), and works
 * around faults of Next, which lib/boot/README.md lists. Pages are made in the other process, so that here nothing waits for them.
 */
import { AsyncResource } from 'node:async_hooks'
import { createServer, type IncomingHttpHeaders, IncomingMessage, type ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { hostname } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { actorOf } from '@/lib/access/audit/actor'
import { noteReading } from '@/lib/access/audit/note-reading'
import { isOpenToAll } from '@/lib/access/has-accounts'
import type { Reader } from '@/lib/access/reader'
import { currentReader, forReader } from '@/lib/access/request-reader'
import { PUBLISHED } from '@/lib/access/scope-of'
import { poolLimits } from '@/lib/db/client'
import { readEnv, secretsOf } from '@/lib/db/env'
import { knownVersion } from '@/lib/db/known-version'
import { latestVersion } from '@/lib/db/latest-version'
import { watchReplicas } from '@/lib/db/replicas/replicas'
import { staleSince } from '@/lib/db/store-health'
import { StoreUnavailable } from '@/lib/db/store-pool'
import { withPublishedDates } from '@/lib/editions/newest-published'
import { containsAddress, parseAddressList } from '@/lib/http/address-list'
import { chooseEncoding, type Encoding } from '@/lib/http/encoding'
import { type Answer, type EncodedAnswer, encodeAnswer, KeptAnswers } from '@/lib/http/kept-answers'
import { isOverloaded, noteOverload, RequestGate } from '@/lib/http/request-gate'
import { sendAnswer } from '@/lib/http/send-answer'
import { logAsJson } from '@/lib/log/json-log'
import { logError } from '@/lib/log/log'
import { hideSecret } from '@/lib/log/redact'
import { inRequest } from '@/lib/log/request-context'
import { traceRequest } from '@/lib/monitoring/trace-request'
import { wantsTraces } from '@/lib/monitoring/tracing-settings'
import { inScope, requireScope } from '@/lib/scope/current-scope'
import { EVERYTHING } from '@/lib/scope/read-scope'
import { type Audience, admissionOf, answerFor } from './admission'
import { type AnswerKey, answerKey, hostOf } from './answer-key'
import { refusalOf } from './check-request'
import { forOtherSites, preflightAnswer } from './cross-origin'
import { applyForwarded } from './forwarded'
import { keepAudit } from './keep-audit'
import { knownHosts } from './known-hosts'
import { serveMetrics } from './metrics-server'
import { NextProcess } from './next/next-process'
import { idOf, observeRequest } from './observe-request'
import { bodyOf, isLate } from './request-body'
import { removeInternalHeaders } from './request-headers'
import { cookieOfSeen, isBehind, isPage, NOT_YET, seenVersion } from './seen-version'
import { BUSY, HEALTHY, LATE, SILENT, STUCK, send, shortAnswer } from './short-answers'
import { withAge } from './store-trouble'
import { withTopLine } from './top-line'
import { FIRST_PAGES, watchVersions } from './warm-pages'

const [, , host = '', port = '', socketPath = ''] = process.argv
const env = readEnv(process.env)
const { PUBLIC_URL, TRUSTED_PROXIES, METRICS_HOST, METRICS_PORT } = env
const isKnownHost = knownHosts({ host, publicUrl: PUBLIC_URL, machine: hostname() })
const proxies = parseAddressList(TRUSTED_PROXIES ?? '')

// Otherwise the heap fills with twice as much garbage as live objects before it is collected: 1.4 times the memory.
setFlagsFromString('--heap-growing-percent=30')
for (const secret of secretsOf(env)) hideSecret(secret)
if (env.LOG_FORMAT === 'json') logAsJson()
/** Whether who reads makes a difference. */
const isGuarded = env.AUTH !== 'off'
if (isGuarded) requireScope()

/** A thousand pages and their pictures, compressed. */
const KEPT_MAX_BYTES = 96_000_000
/**
 * A page that does not wait keeps the process of Next busy: more of them at once would each take longer. What waits for the
 * database or a child process lets the next begin.
 */
const gate = new RequestGate('requests', { atOnce: 1, waitingMax: 512, waitMaxMs: 8_000, openMax: 128 })
/** Files take long to arrive. However many of them come slowly, pages have their own places. */
const uploads = new RequestGate('uploads', { atOnce: 1, waitingMax: 16, waitMaxMs: 8_000, openMax: 16 })
const nextProcess = new NextProcess(socketPath)
const kept = new KeptAnswers(KEPT_MAX_BYTES, 'answers')
/** A page that nobody has asked for waits until no request is in progress, which is looked at so often. */
const FREE_RETRY_MS = 50
/** Browsers then never ask for the pages without encryption again, for a year. */
const ONLY_ENCRYPTED = PUBLIC_URL?.startsWith('https:') ? 'max-age=31536000' : null
/** Whoever asks for readiness waits for seconds at most. */
const READINESS_MAX_MS = 2_000
/** Files of the build have no data version. */
const OF_BUILD = '/_next/static/'
/** The headers by which the last reader named this server. */
let asked = hostOf({ host: PUBLIC_URL === undefined ? `localhost:${port}` : new URL(PUBLIC_URL).host })

// Loaded only when it is wanted, and before Next, which finds it when it begins.
const tracing = wantsTraces(process.env) ? (await import('@/lib/monitoring/tracing')).startTracing() : null

const server = createServer()
server.on('request', (request, response) => {
  const isTrusted = isFromProxy(request)
  observeRequest(request, response, isTrusted)
  applyForwarded(request.headers, isTrusted)
  removeInternalHeaders(request.headers)
  if (ONLY_ENCRYPTED !== null) response.setHeader('strict-transport-security', ONLY_ENCRYPTED)
  const refusal = refusalOf(request, isKnownHost)
  if (refusal) return send(response, refusal)
  // Liveness must not wait for anything.
  if (request.url === '/healthz' && request.method === 'GET') return send(response, HEALTHY)
  const isReadiness = request.url === '/readyz'
  // Checks of a container or an orchestrator name it otherwise than readers do.
  if (!isReadiness) asked = hostOf(request.headers)
  const answered = traceRequest(request, response, isTrusted, () =>
    inRequest(idOf(response), () =>
      (isReadiness ? respondReadiness : isGuarded ? respondGuarded : respond)(request, response),
    ),
  )
  answered.catch((error) => {
    logError('A request failed', error)
    response.destroy()
  })
})
server.listen(Number(port), host)
if (METRICS_PORT !== undefined) {
  const isKnownMetricsHost = knownHosts({ host: METRICS_HOST, publicUrl: PUBLIC_URL, machine: hostname() })
  const readMore = () => nextProcess.metrics()
  serveMetrics({ host: METRICS_HOST, port: METRICS_PORT, isKnownHost: isKnownMetricsHost, readMore })
}
const stopWarming = watchVersions(newestVersion, warm)
const stopAudit = keepAudit(env.AUDIT_DAYS)
const stopWatching = watchReplicas(env.DATABASE_READ_URLS ?? [], poolLimits())
process.on('SIGTERM', () => {
  stopWarming()
  stopWatching().catch((error) => logError('The connections to the replicas could not be closed', error))
  server.close(() => void end())
  server.closeIdleConnections()
})

async function end(): Promise<void> {
  await stopAudit()
  await tracing?.stop().catch((error) => logError('The last traces were not sent', error))
  process.exit(0)
}

/** Responds whether the server can answer readers; that does not wait among their requests. */
async function respondReadiness(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (isOverloaded()) return send(response, BUSY)
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const ended = AbortSignal.any([gone.signal, AbortSignal.timeout(READINESS_MAX_MS)])
  const answer = await inScope(EVERYTHING, () => nextProcess.ask(request, { gone: ended }))
  if (answer === null) return send(response, STUCK)
  sendAnswer(response, { ...answer, encoding: 'identity' }, {})
}

/** Responds as to the reader who sends a request, or refuses it. */
async function respondGuarded(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const preflight = await preflightAnswer(request).catch(whileSilent)
  if (preflight !== null) return sendAnswer(response, { ...preflight, encoding: 'identity' }, {})
  const admission = await admissionOf(request).catch(whileSilent)
  if (admission === null) return send(response, SILENT)
  if (admission.kind === 'refused') {
    const answer = await forOtherSites(request, admission.answer)
    return sendAnswer(response, { ...answer, encoding: 'identity' }, {})
  }
  if (admission.kind === 'refused-page') request.url = admission.url
  const { reader, scope, audience } = admission
  if (admission.kind === 'admitted') noteWhenRead(reader, request, response)
  return forReader(reader, () => inScope(scope, () => respond(request, response, audience)))
}

/** Lets the audit have what a person or program got, not what a browser fetched ahead; a page that has not changed since was read again. */
function noteWhenRead(reader: Reader | null, request: IncomingMessage, response: ServerResponse): void {
  const { method, url = '', headers } = request
  const isAhead = /prefetch/.test([headers.purpose, headers['sec-purpose']].join())
  if (method !== 'GET' || isAhead || reader === null || reader.id === null) return
  response.once('finish', () => {
    if (response.statusCode === 200 || response.statusCode === 304) noteReading(actorOf(reader, null), url)
  })
}

/** Nobody is let in while the store cannot say who it is. */
function whileSilent(error: unknown): null {
  if (error instanceof StoreUnavailable || staleSince() !== null) return null
  throw error
}

async function respond(request: IncomingMessage, response: ServerResponse, audience: Audience = 'all'): Promise<void> {
  // Of a request whose answer may be kept, Next gets other headers.
  const { method = '', url = '', headers } = request
  if (!url.startsWith(OF_BUILD) && (await isBehind(seenVersion(headers)))) return send(response, NOT_YET)
  const since = staleSince()
  // Each page reminds administrators of a server that is open to all.
  const isNoted = isOpenToAll() && currentReader()?.role === 'admin'
  // A line is put into the body as it is.
  const encoding = since === null && !isNoted ? chooseEncoding(headers['accept-encoding']?.toString()) : 'identity'
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const isKept = audience === 'all' || audience === 'scope'
  const answer = await answerTo(request, { encoding, isKept }, gone.signal)
  // Its client has gone, or Next failed.
  if (answer === null) return void response.destroy()
  // The number of the newest version is nothing that a share link shows.
  if (audience !== 'share') noteSeen(response, answer, headers)
  const noted = isNoted ? { ...withTopLine(answer, url, ({ openToAll }) => openToAll), encoding } : answer
  const sent = since === null ? noted : { ...withAge(noted, url, since), encoding }
  const answered = answerFor(audience, sent)
  sendAnswer(response, isGuarded ? await forOtherSites({ method, url, headers }, answered) : answered, headers)
}

/** Lets the reader of a page name its data version to other instances. The kept bytes are the same for everybody. */
function noteSeen(response: ServerResponse, answer: Answer, asked: IncomingHttpHeaders): void {
  const version = knownVersion()
  const cookie = version !== null && isPage(answer) ? cookieOfSeen(version, asked) : null
  if (cookie !== null) response.setHeader('set-cookie', cookie)
}

/** Returns a kept answer, or one that Next makes in its turn; null when the client has gone before or Next failed. */
async function answerTo(
  request: IncomingMessage,
  { encoding, isKept }: { encoding: Encoding; isKept: boolean },
  gone: AbortSignal,
): Promise<EncodedAnswer | null> {
  const known = isKept ? await answerKey(request).catch(withoutKey) : null
  if (known !== null) return kept.get(known.key, encoding, () => make(request, known, gone))
  const answer = await make(request, null, gone)
  return answer && encodeAnswer(answer, encoding)
}

/** Without the store there is no key: the proxy then answers that it is silent. */
function withoutKey(error: unknown): null {
  if (staleSince() === null && !(error instanceof StoreUnavailable)) logError('A request has no key', error)
  return null
}

/** Lets Next make an answer in its turn. */
async function make(request: IncomingMessage, known: AnswerKey | null, gone: AbortSignal): Promise<Answer | null> {
  if (gone.aborted) return null
  const arrivedAt = performance.now()
  // A connection that ends before its body has nobody who reads an answer.
  const body = await bodyOf(request).catch((error) => (isLate(error) ? 'late' : 'gone'))
  if (body === 'late') return shortAnswer(LATE)
  if (body === 'gone' || gone.aborted) return null
  const isUpload = body !== null && !Buffer.isBuffer(body)
  return new Promise((settle) => {
    gone.addEventListener('abort', () => settle(null))
    const run = async (giveTurn: () => void) => {
      const only = known === null ? {} : { only: known.headers }
      settle(await nextProcess.ask(request, { ...only, body, onIdle: giveTurn, arrivedAt, gone }))
    }
    const refuse = () => {
      // That files are refused does not make a server unready for readers.
      if (!isUpload) noteOverload()
      settle(shortAnswer(BUSY))
    }
    // Another request may let this one begin: what it logs must carry its own id all the same.
    const entering = { run: AsyncResource.bind(run), refuse, gone }
    if (isUpload) uploads.enter(entering)
    else gate.enter(entering)
  })
}

/** Makes the newest week's pages, one after the other, under the host of the last reader, for those who see the most. */
async function warm(): Promise<void> {
  await inScope(env.AUTH === 'public' ? await withPublishedDates(PUBLISHED) : EVERYTHING, makeFirstPages)
}

async function makeFirstPages(): Promise<void> {
  for (const url of FIRST_PAGES) {
    // Readers come first.
    while (!gate.isFree) await sleep(FREE_RETRY_MS, undefined, { ref: false })
    const request = new IncomingMessage(new Socket())
    Object.assign(request, { method: 'GET', url, headers: { ...asked } })
    await answerTo(request, { encoding: 'br', isKept: true }, new AbortController().signal)
  }
}

async function newestVersion(): Promise<string> {
  const { id, stamp, editions } = await latestVersion()
  return id === 0 ? '' : `${id}.${stamp}.${editions}`
}

function isFromProxy({ socket }: IncomingMessage): boolean {
  return proxies !== null && containsAddress(proxies, socket.remoteAddress ?? '')
}
