'use client'
import { useState, useSyncExternalStore } from 'react'

interface ScriptLinesProps {
  /** Address of a table as CSV, from the root. */
  address: string
  /** Does the table have a column `date`? */
  hasDates: boolean
  words: { copy: string; copied: string; notCopied: string }
}

/** Shows one line each for the shell, pandas and R that reads the data of the page. */
export function ScriptLines({ address, hasDates, words }: ScriptLinesProps) {
  const origin = useSyncExternalStore(never, () => window.location.origin, nowhere)
  const url = `${origin}${address}`
  const dates = hasDates ? ', parse_dates=["date"]' : ''
  const lines = { curl: `curl "${url}"`, pandas: `pd.read_csv("${url}"${dates})`, R: `read.csv("${url}")` }
  return (
    <dl className="mt-2 max-w-[80em]">
      {Object.entries(lines).map(([name, line]) => (
        <div key={name} className="flex gap-x-3 border-line border-t py-1">
          <dt className="w-14 shrink-0 text-ink-2">{name}</dt>
          <dd className="flex min-w-0 flex-1 gap-x-3">
            <code className="min-w-0 flex-1 break-all" data-script={name}>
              {line}
            </code>
            <CopyLine name={name} line={line} words={words} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function CopyLine({ name, line, words }: { name: string; line: string; words: ScriptLinesProps['words'] }) {
  const [state, setState] = useState<keyof typeof words>('copy')
  return (
    <button
      type="button"
      className="link shrink-0 self-start"
      onClick={() =>
        navigator.clipboard.writeText(line).then(
          () => setState('copied'),
          () => setState('notCopied'),
        )
      }
    >
      <span aria-live="polite">{words[state]}</span>
      <span className="sr-only"> {name}</span>
    </button>
  )
}

/** Never notifies: only the browser knows the host, and it does not change. */
function never(): () => void {
  return () => undefined
}

function nowhere(): string {
  return ''
}
