const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const LINES = ['a', 'b', 'c']

/** The space of a table and a chart while they are read: bars where figures come, lines where a chart comes. */
export function HeldSpace({ text }: { text: string }) {
  return (
    <div className="mt-14" aria-busy="true">
      <div className="border-rule border-y border-t-2 py-2">
        {ROWS.map((row) => (
          <div key={row} className="flex h-[27px] items-center gap-8">
            <span className="h-2 w-40 bg-grid" />
            <span className="ml-auto h-2 w-12 bg-grid" />
            <span className="h-2 w-12 bg-grid" />
            <span className="h-2 w-12 bg-grid" />
          </div>
        ))}
      </div>
      <div className="mt-10">
        {LINES.map((line) => (
          <div key={line} className="h-20 border-grid border-t" />
        ))}
      </div>
      <p role="status" className="text-ink-3 text-note">
        {text}
      </p>
    </div>
  )
}
