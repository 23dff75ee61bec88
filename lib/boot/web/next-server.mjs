/**
 * The process of the web server: Next behind our own HTTP server. web-server.ts starts it as
 * `next-server.mjs HOST PORT`.
 *
 * Our server works around four faults of Next:
 * 1. Next answers 500 to an address with broken percent-encoding.
 * 2. When Next listens on 127.0.0.1, it takes its own rewrites for external ones and forwards them to itself endlessly
 *    (vercel/next.js issue 94745). Here its host name is `localhost`, and our server listens on HOST.
 * 3. Next drops the content-encoding of a compressed answer and compresses it again. lib/http/encoding.ts uses other
 *    header names, which are translated here.
 * 4. Next sends the target of a page's first redirect twice (issue 82117), which clients read as one broken address.
 */
import { createServer } from 'node:http'
import next from 'next'

const [host, port] = process.argv.slice(2)

const server = createServer()
const app = next({ dev: false, hostname: 'localhost', port: Number(port), httpServer: server })
await app.prepare()
const answer = app.getRequestHandler()

server.on('request', (request, response) => {
  if (!isReadable(request.url)) return refuse(response)
  carryEncoding(request, response)
  skipRepeatedHeaders(response)
  answer(request, response)
})
server.listen(Number(port), host)
process.on('SIGTERM', () => {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
})

/** Sets `x-may-encode` of the request from accept-encoding, and sends `x-encoded` of the answer as content-encoding. */
function carryEncoding(request, response) {
  const isGzipRead = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(request.headers['accept-encoding'] ?? '')
  request.headers['x-may-encode'] = isGzipRead ? 'gzip' : 'identity'
  const setHeader = response.setHeader.bind(response)
  response.setHeader = (name, value) => setHeader(name.toLowerCase() === 'x-encoded' ? 'content-encoding' : name, value)
}

/** Ignores values that a header already has when they are appended. */
function skipRepeatedHeaders(response) {
  const appendHeader = response.appendHeader.bind(response)
  response.appendHeader = (name, value) =>
    [response.getHeader(name)].flat().includes(value) ? response : appendHeader(name, value)
}

function isReadable(address) {
  try {
    decodeURIComponent(address.split('?')[0])
    return true
  } catch {
    return false
  }
}

function refuse(response) {
  response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end('400: the percent-encoding of this address is broken.\n')
}
