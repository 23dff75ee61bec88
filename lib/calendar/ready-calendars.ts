/** The closures of exchanges that come with the product: files of `prisma/calendars`, in the form that users load. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { CLOSURE_KINDS } from '@/lib/catalogue/closure-kinds'
import { type Closure, type TradingCalendar, tradingCalendar } from './trading-calendar'

const FOLDER = resolve('prisma/calendars')

/** Codes of the exchanges with a file, by ISO 10383 (XSHG is Shanghai), in alphabetical order. */
export function readyExchanges(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => basename(name, '.csv'))
    .sort()
}

const row = z.object({
  market: z.string(),
  date: z.iso.date(),
  kind: z.enum(CLOSURE_KINDS),
  name: z.string().transform((name) => name || null),
})

/** Reads the closures of an exchange, by date. Throws the error of the file system when it has no file. */
export function readReadyClosures(exchange: string): Closure[] {
  const rows: unknown = parse(readFileSync(join(FOLDER, `${exchange}.csv`)), { columns: true })
  return z
    .array(row)
    .parse(rows)
    .map(({ date, kind, name }) => ({ date, kind, name }))
}

/** Reads the calendar of an exchange. */
export function readReadyCalendar(exchange: string): TradingCalendar {
  return tradingCalendar(readReadyClosures(exchange))
}
