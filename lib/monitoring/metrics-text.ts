import { AggregatorRegistry, type MetricObject, type PrometheusContentType } from 'prom-client'
import { logWarning } from '@/lib/log/log'
import './replica-metrics'
import './reported-metrics'
import { processMetrics, registry } from './registry'
import { measureStore } from './store-metrics'

let making: Promise<string> | null = null

/** The content-type of the metrics. */
export const METRICS_TYPE = registry.contentType

/**
 * Returns all metrics in the text format of Prometheus. Simultaneous calls wait for the same text.
 * @param readMore returns those of the process of Next; figures of both with the same labels become one. When it throws, the
 * log says so and there are only those of this process.
 */
export function metricsText(readMore: () => Promise<MetricObject[]>): Promise<string> {
  making ??= makeText(readMore).finally(() => {
    making = null
  })
  return making
}

async function makeText(readMore: () => Promise<MetricObject[]>): Promise<string> {
  const [more] = await Promise.all([readMore().catch(withoutMore), measureStore()])
  const parts = [await processMetrics(), more].map((metrics) => metrics.map(shown))
  return AggregatorRegistry.aggregate<PrometheusContentType>(parts).metrics()
}

function withoutMore(error: unknown): MetricObject[] {
  logWarning('The metrics of the process of Next could not be read', error)
  return []
}

/** Figures of the processes themselves have the label of their process, so that none is left out for being of several. */
function shown(metric: MetricObject): MetricObject {
  return metric.aggregator === 'omit' ? { ...metric, aggregator: 'first' } : metric
}
