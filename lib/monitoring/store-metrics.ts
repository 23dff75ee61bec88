/** The metrics of the store: whether the database answers, the loads, and how old the data are. */
import { Gauge } from 'prom-client'
import { daysBetween } from '@/lib/base/dates'
import { today } from '@/lib/base/today'
import { getLastDates } from '@/lib/db/queries/get-last-dates'
import { getLoadFigures } from '@/lib/db/queries/versions/get-load-figures'
import { isStoreSilent } from '@/lib/db/store-health'
import { logWarning } from '@/lib/log/log'
import { registry } from './registry'

type LastDates = Awaited<ReturnType<typeof getLastDates>>

const up = gauge('factor_weekly_database_up', 'Whether the database answered this look-up: 1 or 0.', [])
const loads = gauge('factor_weekly_loads', 'Loads in the store, withdrawals and renames included.', ['kind'])
const version = gauge('factor_weekly_data_version', 'The newest data version; absent before the first load.', [])
const loadedAt = gauge('factor_weekly_last_load_timestamp_seconds', 'When the newest load was made, in Unix time.', [])
const rows = gauge('factor_weekly_last_load_rows', 'Rows of the newest load by what it did to them.', ['change'])
const age = gauge('factor_weekly_data_age_days', 'Calendar days from the last date with data to today.', ['market'])

/** The last dates of the version that was newest when they were read: they cost more than the other look-ups. */
let kept: { key: string; found: LastDates } | null = null

/** Reads the store. When the database does not answer, only `factor_weekly_database_up` has a value, 0. */
export async function measureStore(): Promise<void> {
  const found = isStoreSilent() ? null : await readFigures().catch(noFigures)
  for (const labelled of [loads, rows, age]) labelled.reset()
  // A metric without labels that was reset would be 0, which is a figure.
  for (const single of [version, loadedAt]) single.remove()
  up.set(found === null ? 0 : 1)
  if (found === null) return
  for (const { kind, loads: number } of found.loads) loads.set({ kind }, number)
  if (found.newest === null) return
  const { version: id, loadedAt: at, ...changes } = found.newest
  version.set(id)
  loadedAt.set(at.getTime() / 1_000)
  for (const [change, number] of Object.entries(changes)) rows.set({ change }, number)
  for (const { market, last } of found.lastDates) age.set({ market }, daysBetween(last, today()))
}

async function readFigures() {
  const figures = await getLoadFigures()
  return { ...figures, lastDates: figures.newest === null ? [] : await lastDatesOf(figures.newest) }
}

async function lastDatesOf({ version: id, loadedAt: at }: { version: number; loadedAt: Date }): Promise<LastDates> {
  const key = `${id} ${at.toISOString()}`
  if (kept?.key !== key) kept = { key, found: await getLastDates({ version: id }) }
  return kept.found
}

function noFigures(error: unknown): null {
  logWarning('The figures of the store could not be read', error)
  return null
}

function gauge<Label extends string>(name: string, help: string, labelNames: Label[]): Gauge<Label> {
  return new Gauge({ name, help, labelNames, registers: [registry] })
}
