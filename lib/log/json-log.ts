import { format, inspect, stripVTControlCharacters } from 'node:util'
import pino from 'pino'
import { type LogFields, logError, logInfo, logWarning, setSink } from './log'
import { redact } from './redact'

/** Fields that are never written. */
const SECRET_FIELDS = ['authorization', 'cookie', 'set-cookie', 'token', 'password']

/** What packages print, by the way in which they print it. */
const CONSOLE = { error: logError, warn: logWarning, info: logInfo, log: logInfo } as const

/**
 * Makes this process log JSON from now on, a line each with level, time, message and fields. What Next and other
 * packages print by `console` is logged, too.
 * @param destination by default standard output
 * @returns a function that undoes this
 */
export function logAsJson(destination: pino.DestinationStream = pino.destination({ fd: 1, sync: true })): () => void {
  const logger = pino(
    {
      base: null,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      redact: { paths: SECRET_FIELDS.flatMap((name) => [`["${name}"]`, `*["${name}"]`]), censor: '***' },
    },
    destination,
  )
  setSink((level, message, fields) => logger[level](plainFields(fields), redact(message)))
  const before = { ...console }
  for (const [method, log] of Object.entries(CONSOLE)) {
    console[method as keyof typeof CONSOLE] = (...printed: unknown[]) =>
      log(stripVTControlCharacters(format(...printed)).trim())
  }
  return () => {
    setSink(null)
    Object.assign(console, before)
  }
}

function plainFields({ error, ...fields }: LogFields): object {
  const plain = Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? redact(value) : value])
  return { ...Object.fromEntries(plain), ...(error === undefined ? {} : { error: plainError(error) }) }
}

function plainError(error: unknown): object {
  const { name, message } = error instanceof Error ? error : { name: typeof error, message: String(error) }
  return { name, message: redact(message), stack: redact(inspect(error)) }
}
