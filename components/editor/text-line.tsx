import type { ComponentProps } from 'react'
import type { FieldNote } from '@/lib/editor/model/editor-model'
import { FieldNotes } from './field-notes'

interface TextLineProps extends Omit<ComponentProps<'input'>, 'id' | 'onChange'> {
  /** Unique on the page. */
  id: string
  label: string
  state?: string | undefined
  notes?: readonly FieldNote[]
  onChange: (text: string) => void
}

/** Shows a field of one line without figures, and what is wrong with it. */
export function TextLine({ id, label, state, notes = [], onChange, ...input }: TextLineProps) {
  return (
    <div className="min-w-0 grow">
      <label htmlFor={id} className="mr-3 text-ink-2 text-note">
        {label}
      </label>
      {state !== undefined && <span className="text-ink-3 text-note">{state}</span>}
      <input
        id={id}
        aria-describedby={`${id}-notes`}
        aria-invalid={notes.length > 0}
        onChange={(event) => onChange(event.target.value)}
        className="field w-full max-w-none text-body max-mid:min-h-11"
        {...input}
      />
      <FieldNotes id={`${id}-notes`} notes={notes} />
    </div>
  )
}
