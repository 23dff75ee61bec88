/** Converts a Date of a `date` column, which is at midnight UTC, to an ISO string. */
export function toIsoDate(date: Date): string {
  return date.toISOString().slice(0, 10)
}
