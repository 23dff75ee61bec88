import type { FieldNote } from '@/lib/editor/model/editor-model'

/** Lists what is wrong with a field. */
export function FieldNotes({ id, notes }: { id: string; notes: readonly FieldNote[] }) {
  return (
    <ul id={id} className="text-note empty:hidden">
      {notes.map(({ kind, text }) => (
        <li key={text} data-note={kind} className="my-1 border-accent border-l-4 pl-2">
          {text}
        </li>
      ))}
    </ul>
  )
}
