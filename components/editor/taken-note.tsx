import type { Session } from '@/lib/editor/merge/session'
import { utcMinute } from '../data/utc-minute'
import { useEditor } from './editor-context'
import { fill } from './fill'
import { useFieldName } from './use-field-name'

/** Says what somebody else saved meanwhile and the form took over. */
export function TakenNote({ session: { taken } }: { session: Session }) {
  const { words } = useEditor()
  const nameOf = useFieldName()
  if (taken === null) return null
  const { savedBy, savedAt, revision } = taken.by
  return (
    <p role="status" data-taken className="mt-3 max-w-[64em] border-accent border-l-4 pl-3">
      {fill(words.taken, {
        name: savedBy,
        time: utcMinute(new Date(savedAt)),
        revision,
        fields: taken.fields.map(nameOf).join('; '),
      })}
    </p>
  )
}
