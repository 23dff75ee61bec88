import { createServer, type RequestListener } from 'node:http'
import type { MetricObject } from 'prom-client'
import { logError } from '@/lib/log/log'
import { METRICS_TYPE, metricsText } from '@/lib/monitoring/metrics-text'
import { measureProcess } from '@/lib/monitoring/registry'

interface Listening {
  host: string
  port: number
  /** Returns whether a Host header names this server. */
  isKnownHost: (header: string) => boolean
  /** Returns the metrics of the process of Next. */
  readMore: () => Promise<MetricObject[]>
}

/** Serves the metrics at `/metrics` of a port of their own, without a token. The server does not keep the process alive. */
export function serveMetrics({ host, port, ...answering }: Listening): void {
  measureProcess('front')
  const server = createServer(answerMetrics(answering))
  server.on('error', (error) => logError(`The metrics cannot be served on port ${port} (METRICS_PORT)`, error))
  server.listen(port, host).unref()
}

/** Returns a function that answers requests for the metrics. */
export function answerMetrics({ isKnownHost, readMore }: Pick<Listening, 'isKnownHost' | 'readMore'>): RequestListener {
  return async ({ method, url, headers }, response) => {
    const send = (status: number, text: string, more = {}) =>
      response
        .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...more })
        .end(text)
    if (!isKnownHost(headers.host ?? '')) return send(421, 'unknown host name\n')
    if (method !== 'GET' && method !== 'HEAD') return send(405, 'only GET\n', { allow: 'GET, HEAD' })
    if (url?.replace(/\?.*$/s, '') !== '/metrics') return send(404, 'there is only /metrics\n')
    try {
      send(200, await metricsText(readMore), { 'content-type': METRICS_TYPE })
    } catch (error) {
      logError('The metrics could not be read', error)
      send(500, 'the metrics could not be read; see the log\n')
    }
  }
}
