import { eventFilterOf } from '@/lib/access/audit/event-filter'
import { getAuditEvents, type ListedEvent } from '@/lib/access/queries/get-audit-events'
import { includesRole, readerOf } from '@/lib/access/reader'
import type { ExportTable } from '@/lib/base/export-table'
import { readEnv } from '@/lib/db/env'
import { NEVER } from '@/lib/http/caching'
import { plainText } from '@/lib/http/plain-text'
import { writeCsv } from './write-csv'

/** More than a desk does in a year; a file of older ones is chosen by its days. */
const EVENTS_MAX = 100_000

const COLUMNS = [
  'id',
  'time',
  'actor_kind',
  'actor_id',
  'actor_name',
  'action',
  'subject',
  'subject_name',
  'details',
  'address',
  'seal',
  'hash',
].map((header) => ({ header, type: 'text' as const }))

const TYPES = { csv: 'text/csv', jsonl: 'application/jsonl' } as const

/**
 * Answers with the chosen events of the audit, the newest first, for administrators: as CSV, or as one JSON object a line.
 * Times are UTC.
 */
export async function answerAuditFile(request: Request, form: keyof typeof TYPES): Promise<Response> {
  if (readEnv(process.env).AUTH === 'off') return plainText(404, 'there are no accounts here: AUTH is off')
  const reader = await readerOf(Object.fromEntries(request.headers))
  if (reader?.kind !== 'person') return plainText(401, 'sign in first')
  if (!includesRole(reader.role, 'admin')) return plainText(403, 'your role may not do this')
  const filter = eventFilterOf(Object.fromEntries(new URL(request.url).searchParams))
  const events = await getAuditEvents(filter, { before: null, limit: EVENTS_MAX })
  return new Response(form === 'csv' ? csvOf(events) : linesOf(events), {
    headers: {
      'content-type': `${TYPES[form]}; charset=utf-8`,
      'content-disposition': `attachment; filename="audit.${form}"`,
      'cache-control': NEVER,
    },
  })
}

function csvOf(events: readonly ListedEvent[]): string {
  const rows: ExportTable['rows'] = events.map((event) => [
    ...[event.id, event.at.toISOString(), event.actorKind, event.actorId, event.actorName, event.action],
    ...[event.subject, event.subjectName, JSON.stringify(event.details), event.address, event.seal, event.hash],
  ])
  return writeCsv({ columns: COLUMNS, rows })
}

function linesOf(events: readonly ListedEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('')
}
