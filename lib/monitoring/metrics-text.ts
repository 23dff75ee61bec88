import './replica-metrics'
import './reported-metrics'
import { registry } from './registry'
import { measureStore } from './store-metrics'

let making: Promise<string> | null = null

/** The content-type of the metrics. */
export const METRICS_TYPE = registry.contentType

/** Returns all metrics in the text format of Prometheus. Simultaneous calls wait for the same text. */
export function metricsText(): Promise<string> {
  making ??= measureStore()
    .then(() => registry.metrics())
    .finally(() => {
      making = null
    })
  return making
}
