import { Counter } from 'prom-client'
import { registry } from './registry'

const lost = new Counter({
  name: 'factor_weekly_audit_events_lost_total',
  help: 'Events about opened pages and downloads that could not be recorded.',
  registers: [registry],
})

/** Counts events that the audit lost. */
export function countLostEvents(events: number): void {
  lost.inc(events)
}
