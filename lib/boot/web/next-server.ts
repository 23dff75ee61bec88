/**
 * The process of the web server: Next behind our own HTTP server. web-server.ts starts it as
 * `next-server.mjs HOST PORT`.
 *
 * Our server refuses what Next cannot handle (check-request.ts) or has no time for (lib/http/request-gate.ts), and works
 * around these faults of Next:
 * 1. Next answers 500 to an address with broken percent-encoding, to one that is not a path, and to TRACE.
 * 2. When Next listens on 127.0.0.1, it takes its own rewrites for external ones and forwards them to itself endlessly
 *    (vercel/next.js issue 94745). Here its host name is `localhost`, and our server listens on HOST.
 * 3. Next drops the content-encoding of a compressed answer and compresses it again, and drops content-length.
 *    lib/http/encoding.ts uses other header names, which are translated here.
 * 4. Next sends the target of a page's first redirect twice (issue 82117), which clients read as one broken address.
 * 5. Next believes the headers of proxies from anybody (forwarded.ts).
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { hostname } from 'node:os'
import next from 'next'
import { readEnv, secretsOf } from '@/lib/db/env'
import { staleSince } from '@/lib/db/store-health'
import { containsAddress, parseAddressList } from '@/lib/http/address-list'
import { RequestGate } from '@/lib/http/request-gate'
import { logAsJson } from '@/lib/log/json-log'
import { logError } from '@/lib/log/log'
import { hideSecret } from '@/lib/log/redact'
import { inRequest } from '@/lib/log/request-context'
import { refusalOf, type ShortAnswer } from './check-request'
import { applyForwarded } from './forwarded'
import { knownHosts } from './known-hosts'
import { serveMetrics } from './metrics-server'
import { idOf, observeRequest } from './observe-request'
import { tellAge, tellFailure } from './store-trouble'

const [, , host = '', port = ''] = process.argv
const env = readEnv(process.env)
const { PUBLIC_URL, TRUSTED_PROXIES, METRICS_HOST, METRICS_PORT } = env
const isKnownHost = knownHosts({ host, publicUrl: PUBLIC_URL, machine: hostname() })
const proxies = parseAddressList(TRUSTED_PROXIES ?? '')

for (const secret of secretsOf(env)) hideSecret(secret)
if (env.LOG_FORMAT === 'json') logAsJson()

const gate = new RequestGate({ atOnce: 16, waitingMax: 512, waitMaxMs: 8_000, openMax: 128, slowAfterMs: 200 })
const BUSY: ShortAnswer = {
  status: 503,
  text: 'too many requests are in progress; try again shortly.',
  headers: { 'retry-after': '2' },
}
const HEALTHY: ShortAnswer = { status: 200, text: 'ok' }

/** Headers that Next drops, by the names under which it passes them on (lib/http/encoding.ts). */
const SENT_AS: Record<string, string> = { 'x-encoded': 'content-encoding', 'x-length': 'content-length' }

const server = createServer()
const app = next({ dev: false, hostname: 'localhost', port: Number(port), httpServer: server })
await app.prepare()
const answer = app.getRequestHandler()

server.on('request', (request, response) => {
  const isTrusted = isFromProxy(request)
  observeRequest(request, response, isTrusted)
  applyForwarded(request.headers, isTrusted)
  const refusal = refusalOf(request, isKnownHost)
  if (refusal) return send(response, refusal)
  // Liveness must not wait for anything.
  if (request.url === '/healthz' && request.method === 'GET') return send(response, HEALTHY)
  if (request.url === '/readyz') return void handOver(request, response)
  const since = staleSince()
  if (since !== null) tellAge(request, response, since)
  tellFailure(response)
  carryEncoding(request, response)
  skipRepeatedHeaders(response)
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  gate.enter({
    run: () => handOver(request, response),
    refuse: () => send(response, BUSY),
    gone: gone.signal,
  })
})
server.listen(Number(port), host)
if (METRICS_PORT !== undefined) {
  const isKnownMetricsHost = knownHosts({ host: METRICS_HOST, publicUrl: PUBLIC_URL, machine: hostname() })
  serveMetrics({ host: METRICS_HOST, port: METRICS_PORT, isKnownHost: isKnownMetricsHost })
}
process.on('SIGTERM', () => {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
})

/** Lets Next answer. An error that it does not handle itself ends only this request. */
async function handOver(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await inRequest(idOf(response), () => answer(request, response))
  } catch (error) {
    logError('A request failed', error)
    response.destroy()
  }
}

function isFromProxy({ socket }: IncomingMessage): boolean {
  return proxies !== null && containsAddress(proxies, socket.remoteAddress ?? '')
}

/** Sets `x-may-encode` of the request from accept-encoding, and restores the headers of `SENT_AS`. */
function carryEncoding(request: IncomingMessage, response: ServerResponse): void {
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const isGzipRead = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(accepted)
  request.headers['x-may-encode'] = isGzipRead ? 'gzip' : 'identity'
  const setHeader = response.setHeader.bind(response)
  response.setHeader = (name, value) => setHeader(SENT_AS[name.toLowerCase()] ?? name, value)
}

/** Ignores values that a header already has when they are appended. */
function skipRepeatedHeaders(response: ServerResponse): void {
  const appendHeader = response.appendHeader.bind(response)
  response.appendHeader = (name, value) =>
    [response.getHeader(name)].flat().some((known) => known === value) ? response : appendHeader(name, value)
}

function send(response: ServerResponse, { status, text, headers }: ShortAnswer): void {
  const about = status === 200 ? text : `${status}: ${text}`
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers })
  response.end(`${about}\n`)
}
