/** The metrics of caches, queues, child processes and connections. Each is read when Prometheus asks for the metrics. */
import { Counter, Gauge } from 'prom-client'
import { type ReportedNumbers, reportedNumbers, type Subject } from '@/lib/process/reported-numbers'
import { registry } from './registry'

const LABELS: Record<Subject, string> = {
  cache: 'cache',
  queue: 'queue',
  childProcesses: 'program',
  connections: 'pool',
}

counter('cache', 'hits', 'factor_weekly_cache_hits_total', 'Values that a cache had, since the start.')
counter('cache', 'misses', 'factor_weekly_cache_misses_total', 'Values that had to be made, since the start.')
counter('connections', 'queries', 'factor_weekly_database_queries_total', 'Queries by where they were asked.')
gauge('cache', 'bytes', 'factor_weekly_cache_bytes', 'Bytes that a cache holds.')
gauge('cache', 'entries', 'factor_weekly_cache_entries', 'Values that a cache holds.')
gauge('queue', 'running', 'factor_weekly_queue_running', 'Tasks of a queue in progress; of requests, those begun.')
gauge('queue', 'waiting', 'factor_weekly_queue_waiting', 'Tasks that wait for their turn.')
gauge('childProcesses', 'alive', 'factor_weekly_child_processes', 'Child processes by their program.')
gauge('connections', 'open', 'factor_weekly_database_connections_open', 'Connections to the database.')
gauge('connections', 'idle', 'factor_weekly_database_connections_idle', 'Those of them that nothing uses.')
gauge('connections', 'waiting', 'factor_weekly_database_connections_waiting', 'Queries that wait for a connection.')

function gauge<S extends Subject>(subject: S, number: keyof ReportedNumbers[S], name: string, help: string): void {
  const label = LABELS[subject]
  new Gauge<string>({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    collect() {
      for (const [of, numbers] of reportedNumbers(subject)) this.set({ [label]: of }, Number(numbers[number]))
    },
  })
}

function counter<S extends Subject>(subject: S, number: keyof ReportedNumbers[S], name: string, help: string): void {
  const label = LABELS[subject]
  new Counter<string>({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    collect() {
      this.reset()
      for (const [of, numbers] of reportedNumbers(subject)) this.inc({ [label]: of }, Number(numbers[number]))
    },
  })
}
