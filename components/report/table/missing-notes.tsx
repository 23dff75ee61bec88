import type { MissingNote } from '@/lib/report/model/report'

/** Shows why rows of a table have dashes. */
export function MissingNotes({ notes, codes }: { notes: MissingNote[]; codes: string[] }) {
  const shown = notes.filter(({ code }) => codes.includes(code))
  if (shown.length === 0) return null
  return (
    <ul className="pt-1.5 text-ink-2 text-note">
      {shown.map(({ letter, code, text }) => (
        <li key={code}>
          <span className="mr-1.5 text-ink-3">{letter}</span>
          {text}
        </li>
      ))}
    </ul>
  )
}
