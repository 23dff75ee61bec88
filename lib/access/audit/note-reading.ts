/** Notes which pages people open and what they download: in the background, and once an hour for each. */
import { LRUCache } from 'lru-cache'
import { splitLocale } from '@/lib/base/locale'
import { prisma } from '@/lib/db/client'
import { logWarning } from '@/lib/log/log'
import { countLostEvents } from '@/lib/monitoring/audit-metrics'
import { requestKind } from '@/lib/monitoring/request-kind'
import type { Actor } from './actor'
import { SEAL_LOCK } from './seal-lock'

/** Events that wait at most; beyond it the newest are lost. */
const WAITING_MAX = 2_000
/** Events of one statement. */
const BATCH = 500
const PAUSE_MS = 5_000
/** Readings of this hour that need not be asked about again. */
const KNOWN_MAX = 20_000

interface Reading {
  kind: Actor['kind']
  id: string
  action: 'opened' | 'downloaded'
  /** Path without language. */
  subject: string
}

const known = new LRUCache<string, true>({ max: KNOWN_MAX })
let waiting: Reading[] = []
let timer: NodeJS.Timeout | null = null
let writing: Promise<void> = Promise.resolve()

/**
 * Notes that somebody got an address, if it is a week, a series or a document; readers without an id are not recorded. It
 * neither waits nor throws: an event that cannot be written is counted and logged.
 * @param url path and query as they were sent
 */
export function noteReading({ kind, id }: Actor, url: string): void {
  const reading = id === null ? null : readingOf(url)
  if (id === null || reading === null) return
  const key = [hourOf(new Date()), kind, id, reading.action, reading.subject].join(' ')
  if (known.has(key)) return
  if (waiting.length >= WAITING_MAX) {
    lose(1, 'too many wait')
    return
  }
  known.set(key, true)
  waiting.push({ kind, id, ...reading })
  timer ??= setTimeout(() => void writeReadings(), PAUSE_MS).unref()
}

/** Writes what waits. Resolves when it is written or lost. */
export function writeReadings(): Promise<void> {
  if (timer !== null) clearTimeout(timer)
  timer = null
  const batch = waiting
  waiting = []
  writing = writing.then(async () => {
    for (let from = 0; from < batch.length; from += BATCH) await write(batch.slice(from, from + BATCH))
  })
  return writing
}

async function write(batch: readonly Reading[]): Promise<void> {
  try {
    await prisma.$transaction(async (transaction) => {
      // Another instance may write the same reading.
      await transaction.$executeRawUnsafe(SEAL_LOCK)
      await transaction.$executeRawUnsafe(WRITE, JSON.stringify(batch))
    })
  } catch (error) {
    lose(batch.length, error)
  }
}

function lose(events: number, reason: unknown): void {
  countLostEvents(events)
  logWarning(`The audit lost ${events === 1 ? '1 event' : `${events} events`} about readings`, reason)
}

const WRITE = `
  insert into audit_event (actor_kind, actor_id, action, subject)
  select kind, id, action, subject
  from rows from (jsonb_to_recordset($1::jsonb) as (kind text, id text, action text, subject text))
    with ordinality as reading (kind, id, action, subject, place)
  where not exists (
    select from audit_event as event
    where event.actor_id = reading.id and event.action = reading.action and event.subject = reading.subject
      and event.at >= date_trunc('hour', now() at time zone 'UTC') at time zone 'UTC')
  order by place`

function readingOf(url: string): Pick<Reading, 'action' | 'subject'> | null {
  const subject = splitLocale(url.split('?', 1)[0] ?? '').path
  const kind = requestKind(url)
  if (kind === 'week' || kind === 'series') return { action: 'opened', subject }
  if (kind === 'download' || /^\/api\/v1\/|\.eml$/.test(subject)) return { action: 'downloaded', subject }
  return null
}

function hourOf(time: Date): string {
  return time.toISOString().slice(0, 13)
}
