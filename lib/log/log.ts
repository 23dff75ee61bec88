/**
 * The one way in which the processes of the server log. A line is plain text on standard error, unless `logAsJson` has
 * been called in this process. Commands print plain text and do not use it.
 */
import { inspect } from 'node:util'
import { redact } from './redact'
import { requestId } from './request-context'

type Level = 'info' | 'warn' | 'error'

export interface LogFields {
  error?: unknown
  [name: string]: unknown
}

/** Writes a line of JSON. `message` and fields are as the caller gave them. */
export type Sink = (level: Level, message: string, fields: LogFields) => void

/** Next bundles this module more than once: all copies share the sink of the process. */
const shared: typeof globalThis & { factorWeeklyLogSink?: Sink | undefined } = globalThis

/** Makes `sink` write all that this process logs; null for plain lines again. */
export function setSink(sink: Sink | null): void {
  shared.factorWeeklyLogSink = sink ?? undefined
}

/** Logs what an operator may want to know. It writes no plain line, which would hide the others. */
export function logInfo(message: string, fields: LogFields = {}): void {
  shared.factorWeeklyLogSink?.('info', message, withRequest(fields))
}

/** Logs trouble around the product, such as a database that does not answer. The plain line has no stack. */
export function logWarning(message: string, error?: unknown): void {
  const { factorWeeklyLogSink: sink } = shared
  if (sink) sink('warn', message, withRequest({ error }))
  else writeLine(message, error instanceof Error ? error.message : error)
}

/** Logs a failure of the product, with the stack of its error. */
export function logError(message: string, error?: unknown): void {
  const { factorWeeklyLogSink: sink } = shared
  if (sink) sink('error', message, withRequest({ error }))
  else writeLine(message, error)
}

function withRequest(fields: LogFields): LogFields {
  const id = requestId()
  return id === undefined ? fields : { requestId: id, ...fields }
}

function writeLine(message: string, detail: unknown): void {
  const text = typeof detail === 'string' ? detail : inspect(detail)
  console.error(redact(detail === undefined ? message : `${message}: ${text}`))
}
