import type { OnProgress } from '@/lib/import/parse/progress'

const EVERY_MS = 1_000

/**
 * Shows what a command that takes long is doing, and for how long: one line of stderr that is renewed every second. Shows
 * nothing when stderr is not a terminal, or when the result is printed as JSON.
 * @param begin what the command does at first, such as "returns.csv: reading"
 */
export function showProgress(
  begin: string,
  { json = false }: { json?: boolean },
): { onProgress: OnProgress; end(): void } {
  if (json || !process.stderr.isTTY) return { onProgress: () => {}, end: () => {} }
  const start = Date.now()
  let activity = begin
  const writeLine = () => {
    const line = `${activity}, ${Math.round((Date.now() - start) / 1_000)} s`
    // A line longer than the terminal could not be renewed.
    process.stderr.write(`${CLEAR_LINE}${line.slice(0, process.stderr.columns - 1)}`)
  }
  const timer = setInterval(writeLine, EVERY_MS)
  const onProgress = (current: string) => {
    activity = current
  }
  const end = () => {
    clearInterval(timer)
    process.stderr.write(CLEAR_LINE)
  }
  return { onProgress, end }
}

const CLEAR_LINE = '\r\u001B[2K'
