/** Receives what a load or another long task is doing: "returns.csv: 40% of 45.3 MB read". */
export type OnProgress = (activity: string) => void

/** Returns a receiver that puts the name of a file before what is done with it. */
export function progressOf(name: string, onProgress: OnProgress): OnProgress {
  return (activity) => onProgress(`${name}: ${activity}`)
}

/** Writes a count of rows: "1,000,000 rows". */
export function rowsText(rows: number): string {
  return rows === 1 ? '1 row' : `${rows.toLocaleString('en-US')} rows`
}

/** Writes the share of a file that has been read: "40% of 45.3 MB read". Both are counts of bytes. */
export function readText(read: number, whole: number): string {
  return `${Math.floor((100 * read) / whole)}% of ${(whole / 1e6).toFixed(1)} MB read`
}
