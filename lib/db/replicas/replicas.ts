import type { PoolConfig } from 'pg'
import type { KnownVersion } from '@/lib/db/known-version'
import { Replica } from './replica'

/** Next bundles this module more than once: all copies share the replicas of the process. */
const shared: typeof globalThis & { factorWeeklyReplicas?: Replica[] } = globalThis

/**
 * Lets the replicas at these addresses answer queries from now on, in the process of the web server; commands ask only
 * the primary.
 * @returns a function that ends it
 */
export function watchReplicas(urls: readonly string[], config: PoolConfig): () => Promise<void> {
  const replicas = urls.map((url) => new Replica(url, config))
  shared.factorWeeklyReplicas = replicas
  for (const replica of replicas) replica.watch()
  return async () => {
    shared.factorWeeklyReplicas = []
    await Promise.all(replicas.map((replica) => replica.stop()))
  }
}

/** Returns the replicas of this process. */
export function knownReplicas(): readonly Replica[] {
  return shared.factorWeeklyReplicas ?? []
}

/** Returns the least busy of the replicas that have a version; null when none has it. */
export function replicaWith(version: KnownVersion): Replica | null {
  const [first, ...others] = knownReplicas().filter((replica) => replica.has(version))
  if (first === undefined) return null
  // Of equally busy ones, another each time.
  const start = Math.floor(Math.random() * (others.length + 1))
  const fresh = [first, ...others]
  return [...fresh.slice(start), ...fresh.slice(0, start)].reduce((least, replica) =>
    replica.busy < least.busy ? replica : least,
  )
}
