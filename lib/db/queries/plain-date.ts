/** A `date` column reaches TypeScript as a Date at midnight UTC; everything above the queries has ISO strings. */
export function toIsoDate(date: Date): string {
  return date.toISOString().slice(0, 10)
}
