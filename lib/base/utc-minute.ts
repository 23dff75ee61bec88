/** Formats a time as "2024-09-02 01:30 UTC", the same for every reader. */
export function utcMinute(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
