import type { ComponentProps, ReactNode } from 'react'
import type { View } from '@/lib/address/view'

export const BUTTON =
  'inline-block border border-ink-3 px-4 py-1.5 text-ink hover:border-accent hover:text-accent max-mid:min-h-11 max-mid:py-2.5'

interface PostFormProps {
  /** Address of the handler. */
  action: string
  /** Which form it is, where one handler takes several. */
  name?: string
  view: View
  className?: string
  children: ReactNode
}

/** A form that works without script. It says its language, in which the next page is. */
export function PostForm({ action, name, view, className, children }: PostFormProps) {
  return (
    <form method="post" action={action} className={className}>
      <input type="hidden" name="lang" value={view.locale} />
      {name !== undefined && <input type="hidden" name="action" value={name} />}
      {children}
    </form>
  )
}

interface FieldProps extends Omit<ComponentProps<'input'>, 'id' | 'name'> {
  /** Unique on the page. */
  id: string
  name: string
  label: string
  hint?: string
}

/** Shows a label, a field below it, and a hint below this. */
export function Field({ id, label, hint, ...input }: FieldProps) {
  return (
    <div className="mt-4 max-w-[26em]">
      <label htmlFor={id} className="block text-ink-2 text-note">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="field w-full max-w-none py-1.5 text-body max-mid:min-h-11"
        {...input}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-ink-2 text-note">
          {hint}
        </p>
      )}
    </div>
  )
}

interface ChoiceProps {
  id: string
  name: string
  label: string
  initial: string
  /** Each value with its text. */
  children: (readonly [value: string, text: string])[]
}

/** Shows a label and a list to choose one from. */
export function Choice({ id, name, label, initial, children }: ChoiceProps) {
  return (
    <div className="mt-4 max-w-[26em]">
      <label htmlFor={id} className="block text-ink-2 text-note">
        {label}
      </label>
      <select id={id} name={name} defaultValue={initial} className="field py-1.5 text-body max-mid:min-h-11">
        {children.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}

export function Submit({ children }: { children: ReactNode }) {
  return (
    <p className="mt-5">
      <button type="submit" className={BUTTON}>
        {children}
      </button>
    </p>
  )
}

interface SmallButtonProps {
  action: string
  name: string
  id: string
  view: View
  /** What it does to which entry, for those who do not see its row. */
  label: string
  children: ReactNode
}

/** Shows a form of one button, in the row of the entry that it concerns. */
export function RowButton({ action, name, id, view, label, children }: SmallButtonProps) {
  return (
    <PostForm action={action} name={name} view={view}>
      <input type="hidden" name="id" value={id} />
      <button type="submit" aria-label={label} className="link whitespace-nowrap max-mid:min-h-11 max-mid:py-2.5">
        {children}
      </button>
    </PostForm>
  )
}
