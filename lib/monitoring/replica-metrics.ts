/** The metrics of replicas, read when Prometheus asks for them. */
import { Counter, Gauge } from 'prom-client'
import { knownReplicas } from '@/lib/db/replicas/replicas'
import { registry } from './registry'

type State = { version: number; behindMs: number }

gauge('factor_weekly_replica_up', 'Whether a replica answers: 1 or 0.', 'min', (state) => (state === null ? 0 : 1))
gauge(
  'factor_weekly_replica_data_version',
  'The newest data version of a replica.',
  'min',
  (state) => state?.version ?? null,
)
gauge(
  'factor_weekly_replica_behind_seconds',
  'How long a replica has lacked the newest data version.',
  'max',
  (state) => (state === null ? null : state.behindMs / 1_000),
)

new Counter({
  name: 'factor_weekly_replica_failures_total',
  help: 'Queries that failed on a replica and were asked of the primary, since the start.',
  labelNames: ['target'],
  registers: [registry],
  collect() {
    this.reset()
    for (const { target, failed } of knownReplicas()) this.inc({ target }, failed)
  },
})

/**
 * @param ofBoth the figure of both processes of the server, of which each looks at the replica: the worse one
 * @param measure returns null when there is no figure, for example because the replica does not answer
 */
function gauge(
  name: string,
  help: string,
  ofBoth: 'min' | 'max',
  measure: (state: State | null) => number | null,
): void {
  new Gauge({
    name,
    help,
    labelNames: ['target'],
    aggregator: ofBoth,
    registers: [registry],
    collect() {
      this.reset()
      for (const { target, state } of knownReplicas()) {
        const figure = measure(state)
        if (figure !== null) this.set({ target }, figure)
      }
    },
  })
}
