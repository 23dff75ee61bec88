/** What the server does for the audit in the background: its settings, the end of its oldest days, and readings that wait. */
import { writeReadings } from '@/lib/access/audit/note-reading'
import { recordSettings } from '@/lib/access/audit/record-settings'
import { removeOldEvents } from '@/lib/access/audit/remove-old-events'
import { logError, logInfo } from '@/lib/log/log'

const HOUR_MS = 3_600_000

/**
 * Records the settings, and removes the events of before the days that are kept: at the start and once an hour, so that an
 * instance that was stopped at midnight does it too.
 * @param days how many days the audit is kept; undefined: for ever
 * @returns a function that ends it and writes the readings that wait
 */
export function keepAudit(days: number | undefined): () => Promise<void> {
  recordSettings().catch((error) => logError('The settings could not be recorded', error))
  if (days === undefined) return writeReadings
  const remove = () =>
    removeOldEvents(days)
      .then((events) => {
        if (events > 0) logInfo('audit', { removedEvents: events })
      })
      .catch((error) => logError('Old events of the audit could not be removed', error))
  void remove()
  const timer = setInterval(remove, HOUR_MS).unref()
  return () => {
    clearInterval(timer)
    return writeReadings()
  }
}
