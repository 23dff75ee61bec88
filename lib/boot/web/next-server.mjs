/**
 * The web server's process: Next behind a plain HTTP server of our own. Started as
 * `next-server.mjs HOST PORT` by web-server.ts.
 *
 * It stands in front for four reasons. Next answers 500 to an address whose percent-encoding is broken. It takes its
 * own rewrites for foreign ones, which it forwards to itself without end, when it is told to listen on 127.0.0.1
 * (vercel/next.js issue 94745): here Next is told `localhost`, and we listen where we are told. And it drops the
 * content-encoding of what a route compressed, then compresses that again: lib/http/encoding.ts says it by other names.
 * And it says twice where the first redirect of a page leads (issue 82117), which programs read as one broken address.
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
  sayOnce(response)
  answer(request, response)
})
server.listen(Number(port), host)
process.on('SIGTERM', () => {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
})

/** `x-may-encode` of the request is what its sender reads, and ours alone to say. `x-encoded` of the answer is how it is. */
function carryEncoding(request, response) {
  const isGzipRead = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(request.headers['accept-encoding'] ?? '')
  request.headers['x-may-encode'] = isGzipRead ? 'gzip' : 'identity'
  const setHeader = response.setHeader.bind(response)
  response.setHeader = (name, value) => setHeader(name.toLowerCase() === 'x-encoded' ? 'content-encoding' : name, value)
}

/** What a header says already is not appended to it. */
function sayOnce(response) {
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
