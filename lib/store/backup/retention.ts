import { addDays, isIsoDate, monthOf, yearOf } from '@/lib/base/dates'

/** What the backups of a folder are called: `factor-weekly-2024-08-30-v12.backup`, by date and data version. */
const NAME = /^factor-weekly-(\d{4}-\d{2}-\d{2})-v(\d+)\.backup$/

const MONTHS_KEPT = 12

/** Returns the name of a backup that is made on a day, ISO, of a data version. */
export function backupName(day: string, version: number): string {
  return `factor-weekly-${day}-v${version}.backup`
}

/**
 * Returns the names of the backups that may be removed: those that are neither of the last days, nor the last of one
 * of the last twelve months with a backup, nor the last of a year. Files with other names do not count.
 * @param names the files of a folder
 * @param today ISO date
 * @param days number of days of which every backup is kept, today included; at least 1
 */
export function backupsToRemove(names: readonly string[], today: string, days: number): string[] {
  const backups = names.flatMap((name) => {
    const [, day = '', version = ''] = NAME.exec(name) ?? []
    return isIsoDate(day) ? [{ name, day, version: Number(version) }] : []
  })
  const newestFirst = backups.sort((a, b) => (a.day === b.day ? b.version - a.version : a.day < b.day ? 1 : -1))
  const lastOf = (period: (day: string) => string, count: number) => {
    const last = new Map<string, string>()
    for (const { name, day } of newestFirst) if (!last.has(period(day))) last.set(period(day), name)
    return [...last.values()].slice(0, count)
  }
  const firstKept = addDays(today, 1 - days)
  const kept = new Set([
    ...newestFirst.filter(({ day }) => day >= firstKept).map(({ name }) => name),
    ...lastOf(monthOf, MONTHS_KEPT),
    ...lastOf(yearOf, Number.POSITIVE_INFINITY),
  ])
  return newestFirst
    .map(({ name }) => name)
    .filter((name) => !kept.has(name))
    .reverse()
}
