import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { context, diag, propagation, trace } from '@opentelemetry/api'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { traceRequest } from './trace-request'
import { startTracing } from './tracing'
import { wantsTraces } from './tracing-settings'

const attributes = z.array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) }))
const span = z.object({ name: z.string(), traceId: z.string(), parentSpanId: z.string().optional(), attributes })
const sentSchema = z.object({
  resourceSpans: z.array(
    z.object({ resource: z.object({ attributes }), scopeSpans: z.array(z.object({ spans: z.array(span) })) }),
  ),
})

const NAMES = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_HEADERS', 'OTEL_RESOURCE_ATTRIBUTES'] as const
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const PARENT = '00f067aa0ba902b7'

let collector: Server
let received: { path: string; token: string; body: string }[]

beforeEach(async () => {
  received = []
  collector = await listen(async (request, response) => {
    const [path, token] = [request.url ?? '', String(request.headers['x-token'])]
    received.push({ path, token, body: await text(request) })
    response.end('{}')
  })
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = addressOf(collector)
  process.env.OTEL_EXPORTER_OTLP_HEADERS = 'x-token=secret'
  process.env.OTEL_RESOURCE_ATTRIBUTES = 'deployment.environment.name=test'
})

afterEach(() => {
  for (const name of NAMES) delete process.env[name]
  for (const api of [trace, context, propagation, diag]) api.disable()
  collector.close()
})

async function listen(answer: Parameters<typeof createServer>[1]): Promise<Server> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

it.each([
  [true, { parentSpanId: PARENT, traceId: TRACE }],
  [false, {}],
])(
  'sends a span for each answer to the collector of the standard variables, trusted %s',
  async (isTrusted, expected) => {
    const tracing = startTracing()
    const server = await listen((request, response) =>
      traceRequest(request, response, isTrusted, () => {
        trace.getTracer('next').startSpan('render').end()
        response.writeHead(503).end()
      }),
    )
    const headers = { traceparent: `00-${TRACE}-${PARENT}-01` }
    await fetch(`${addressOf(server)}/en/weeks/2024-08-30?token=secret`, { headers })
    server.close()
    await tracing.stop()
    const { path, token, body } = received[0] ?? { path: '', token: '', body: '{}' }
    expect({ path, token }).toEqual({ path: '/v1/traces', token: 'secret' })
    expect(body).not.toContain('token=')
    const { resource, scopeSpans } = sentSchema.parse(JSON.parse(body)).resourceSpans[0] ?? {}
    expect(resource?.attributes).toEqual(
      expect.arrayContaining([
        { key: 'service.name', value: { stringValue: 'factor-weekly' } },
        { key: 'deployment.environment.name', value: { stringValue: 'test' } },
      ]),
    )
    const spans = scopeSpans?.flatMap((scope) => scope.spans) ?? []
    const [answer, render] = ['GET week', 'render'].map((name) => spans.find((each) => each.name === name))
    expect(answer).toMatchObject(expected)
    if (!isTrusted) expect(answer?.traceId).not.toBe(TRACE)
    expect(render).toMatchObject({ traceId: answer?.traceId })
    expect(answer?.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: 503 } })
  },
)

it('is off without an endpoint, or when it is turned off', () => {
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }
  expect(wantsTraces(endpoint)).toBe(true)
  expect(wantsTraces({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://127.0.0.1:4318/v1/traces' })).toBe(true)
  expect(wantsTraces({})).toBe(false)
  expect(wantsTraces({ ...endpoint, OTEL_SDK_DISABLED: 'true' })).toBe(false)
  expect(wantsTraces({ ...endpoint, OTEL_TRACES_EXPORTER: 'none' })).toBe(false)
})
