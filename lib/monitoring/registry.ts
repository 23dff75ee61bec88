import { collectDefaultMetrics, Registry } from 'prom-client'

/** The metrics of this process. Only the server process has them. */
export const registry = new Registry()

/** Starts to measure the process: memory, processor, event loop, garbage collection. */
export function measureProcess(): void {
  collectDefaultMetrics({ register: registry })
}
