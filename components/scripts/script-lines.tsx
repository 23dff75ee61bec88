interface ScriptLinesProps {
  /** Address of a table as CSV, from the root. */
  address: string
  /** Does the table have a column `date`? */
  hasDates: boolean
  words: { copy: string; copied: string; notCopied: string }
}

/**
 * Shows one line each for the shell, pandas and R that reads the data of the page. Only the browser knows the host: a shortcut adds
 * it when the lines come into view, and another one copies a line.
 */
export function ScriptLines({ address, hasDates, words }: ScriptLinesProps) {
  const url = (
    <>
      &quot;
      <span data-host />
      {address}&quot;
    </>
  )
  const lines = {
    curl: <>curl {url}</>,
    pandas: (
      <>
        pd.read_csv({url}
        {hasDates && ', parse_dates=["date"]'})
      </>
    ),
    R: <>read.csv({url})</>,
  }
  return (
    <dl className="mt-2 max-w-[80em]" data-copied={words.copied} data-failed={words.notCopied}>
      {Object.entries(lines).map(([name, line]) => (
        <div key={name} className="flex gap-x-3 border-line border-t py-1">
          <dt className="w-14 shrink-0 text-ink-2">{name}</dt>
          <dd className="flex min-w-0 flex-1 gap-x-3">
            <code className="min-w-0 flex-1 break-all" data-script={name}>
              {line}
            </code>
            <button type="button" className="link shrink-0 self-start noscript:hidden" data-shortcut="copyLine">
              <span aria-live="polite">{words.copy}</span>
              <span className="sr-only"> {name}</span>
            </button>
          </dd>
        </div>
      ))}
    </dl>
  )
}
