import { DiagLogLevel, diag } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import { logWarning } from '@/lib/log/log'

const SERVICE = 'factor-weekly'

/** Sends what is left, and stops. */
export interface Tracing {
  stop(): Promise<void>
}

/**
 * Begins to send the traces of this process, as OTLP over HTTP in JSON. The OpenTelemetry packages read the standard
 * variables themselves: where to, headers, sampling, sizes of the batches, attributes of the resource. The log says when
 * a collector does not answer; no answer waits for it.
 */
export function startTracing(): Tracing {
  const warn = (message: string, ...details: unknown[]) => logWarning(`OpenTelemetry: ${message}`, details[0])
  const ignore = () => {}
  diag.setLogger({ error: warn, warn, info: ignore, debug: ignore, verbose: ignore }, DiagLogLevel.WARN)
  const named = defaultResource().merge(resourceFromAttributes({ 'service.name': SERVICE }))
  const provider = new NodeTracerProvider({
    resource: named.merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  })
  provider.register()
  return { stop: () => provider.shutdown() }
}
