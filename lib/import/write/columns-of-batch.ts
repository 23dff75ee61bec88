import { daysBetween } from '@/lib/base/dates'
import type { ReturnBatch } from '@/lib/import/check/return-batch'
import type { DailyColumns } from '@/lib/import/layout/daily-columns'

const EPOCH = '1970-01-01'

/** Returns a batch without parts as columns of numbers. */
export function columnsOfBatch(batch: ReturnBatch): DailyColumns {
  const codes = [...new Set(batch.codes)]
  const positions = new Map(codes.map((code, position) => [code, position]))
  const days = new Map([...new Set(batch.dates)].map((date) => [date, daysBetween(EPOCH, date)]))
  return {
    codes,
    series: Uint32Array.from(batch.codes, (code) => positions.get(code) ?? Number.NaN),
    days: Int32Array.from(batch.dates, (date) => days.get(date) ?? Number.NaN),
    legs: batch.legs.map((leg) => Float64Array.from(leg, (value) => value ?? Number.NaN)),
  }
}
