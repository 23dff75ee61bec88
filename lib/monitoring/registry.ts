import { collectDefaultMetrics, type MetricObject, Registry } from 'prom-client'

/** The metrics of this process: the server in front, or the process of Next. */
export const registry = new Registry()

/**
 * Starts to measure the process: memory, processor, event loop, garbage collection.
 * @param name a fixed word, the label `process` of these metrics
 */
export function measureProcess(name: 'front' | 'pages'): void {
  collectDefaultMetrics({ register: registry, labels: { process: name } })
}

/** Returns the metrics of this process as they are now. */
export function processMetrics(): Promise<MetricObject[]> {
  return registry.getMetricsAsJSON()
}
