/** Formats a time as "2024-09-02 01:30 UTC", the same for every reader. */
export function utcMinute(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** Formats the day of a time as "2024-09-02", in UTC. */
export function utcDay(time: Date): string {
  return time.toISOString().slice(0, 10)
}
