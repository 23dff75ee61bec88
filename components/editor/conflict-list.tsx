import type { Dispatch } from 'react'
import type { Session, SessionStep } from '@/lib/editor/merge/session'
import { fieldKey } from '@/lib/editor/merge/text-field'
import { utcMinute } from '../data/utc-minute'
import { useEditor } from './editor-context'
import { fieldText } from './field-text'
import { fill } from './fill'
import { SmallButton } from './small-button'
import { TextSide } from './text-side'
import { useFieldName } from './use-field-name'

interface ConflictListProps {
  session: Session
  dispatch: Dispatch<SessionStep>
}

/** Shows the fields that two people changed, both texts beside each other, and lets the writer choose one of each. */
export function ConflictList({ session, dispatch }: ConflictListProps) {
  const { model, words, texts, shown } = useEditor()
  const nameOf = useFieldName()
  if (session.conflicts.length === 0) return null
  return (
    <section aria-labelledby="conflicts-title" data-conflicts className="mt-4 border-accent border-l-4 pl-4">
      <h2 id="conflicts-title" className="text-section">
        {words.conflictTitle}
      </h2>
      <p role="alert" className="max-w-[52em]">
        {words.conflictNote}
      </p>
      {session.conflicts.map(({ field, by, theirs }) => {
        const { savedBy: name, revision, savedAt } = by
        return (
          <section key={fieldKey(field)} data-conflict={fieldKey(field)} className="mt-3 border-grid border-t pt-2">
            <h3>{nameOf(field)}</h3>
            <div className="grid gap-x-10 gap-y-3 min-[1024px]:grid-cols-2">
              <TextSide title={words.mine} text={fieldText(field, texts, model, words)}>
                {shown !== null && (
                  <SmallButton
                    label={fill(words.keepMineOf, { name: nameOf(field) })}
                    onClick={() => dispatch({ kind: 'choose', field, side: 'mine' })}
                  >
                    {words.keepMine}
                  </SmallButton>
                )}
              </TextSide>
              <TextSide
                title={fill(words.conflictBy, { name, revision, time: utcMinute(new Date(savedAt)) })}
                text={fieldText(field, theirs, model, words)}
              >
                {shown !== null && (
                  <SmallButton
                    label={fill(words.takeTheirsOf, { name: nameOf(field) })}
                    onClick={() => dispatch({ kind: 'choose', field, side: 'theirs' })}
                  >
                    {words.takeTheirs}
                  </SmallButton>
                )}
              </TextSide>
            </div>
          </section>
        )
      })}
    </section>
  )
}
