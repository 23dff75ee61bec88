/**
 * The web server's process: Next behind a plain HTTP server of our own. Started as
 * `next-server.mjs HOST PORT` by web-server.ts.
 *
 * It stands in front for two reasons: Next answers 500 to an address whose percent-encoding is broken, and it takes its
 * own rewrites for foreign ones, which it forwards to itself without end, when it is told to listen on 127.0.0.1
 * (vercel/next.js issue 94745). Here Next is told `localhost`, and we listen where we are told.
 */
import { createServer } from 'node:http'
import next from 'next'

const [host, port] = process.argv.slice(2)

const server = createServer()
const app = next({ dev: false, hostname: 'localhost', port: Number(port), httpServer: server })
await app.prepare()
const answer = app.getRequestHandler()

server.on('request', (request, response) => (isReadable(request.url) ? answer(request, response) : refuse(response)))
server.listen(Number(port), host)
process.on('SIGTERM', () => {
  server.close(() => process.exit(0))
  server.closeIdleConnections()
})

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
