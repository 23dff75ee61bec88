import type { IncomingMessage, ServerResponse } from 'node:http'
import { context, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { redact } from '@/lib/log/redact'
import { requestKind } from './request-kind'

const FIRST_FAILURE = 500

/**
 * Runs the answer to a request in a span that ends with the response; Next's own spans lie below it. Costs nothing unless
 * `startTracing` was called in this process.
 * @param isTrusted whether the span continues the trace that the request names
 */
export function traceRequest<Result>(
  request: IncomingMessage,
  response: ServerResponse,
  isTrusted: boolean,
  run: () => Result,
): Result {
  const { method = '', url = '', headers } = request
  const kind = requestKind(url)
  const parent = isTrusted ? propagation.extract(ROOT_CONTEXT, headers) : ROOT_CONTEXT
  const path = redact(url.replace(/\?.*$/s, ''))
  const attributes = { 'http.request.method': method, 'url.path': path, 'factor_weekly.kind': kind }
  const span = trace
    .getTracer('factor-weekly')
    .startSpan(`${method} ${kind}`, { kind: SpanKind.SERVER, attributes }, parent)
  response.once('close', () => {
    const { statusCode } = response
    span.setAttribute('http.response.status_code', statusCode)
    if (!response.writableFinished) span.setAttribute('factor_weekly.client_gone', true)
    if (statusCode >= FIRST_FAILURE) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end()
  })
  return context.with(trace.setSpan(parent, span), run)
}
