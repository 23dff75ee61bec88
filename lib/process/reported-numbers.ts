/**
 * Numbers of caches, queues, child processes and connections, for monitoring. Next bundles modules
 * separately for pages, routes and the proxy: all copies share one list of the process.
 */
export interface ReportedNumbers {
  /** `hits`: values that were kept or being made; `misses`: values that had to be made; both since the start. */
  cache: { hits: number; misses: number; bytes: number; entries: number }
  queue: { running: number; waiting: number }
  childProcesses: { alive: number }
  /** `queries`: asked since the start. */
  connections: { open: number; idle: number; waiting: number; queries: number }
}

export type Subject = keyof ReportedNumbers

interface Reporter {
  subject: Subject
  name: string
  read: () => Record<string, number>
}

const shared: typeof globalThis & { factorWeeklyReporters?: Reporter[] } = globalThis
shared.factorWeeklyReporters ??= []
const reporters = shared.factorWeeklyReporters

/**
 * Lets monitoring read numbers at any time.
 * @param name a fixed word, since it becomes the label of a metric
 */
export function reportNumbers<S extends Subject>(subject: S, name: string, read: () => ReportedNumbers[S]): void {
  reporters.push({ subject, name, read })
}

/** Returns the present numbers of a subject by name. Several copies with the same name are added up. */
export function reportedNumbers<S extends Subject>(subject: S): Map<string, ReportedNumbers[S]> {
  const totals = new Map<string, Record<string, number>>()
  for (const { name, read } of reporters.filter((reporter) => reporter.subject === subject)) {
    const numbers = read()
    const known = totals.get(name)
    totals.set(name, known === undefined ? numbers : sumOf(known, numbers))
  }
  return totals as Map<string, ReportedNumbers[S]>
}

function sumOf(first: Record<string, number>, second: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(second).map(([key, value]) => [key, value + (first[key] ?? 0)]))
}
