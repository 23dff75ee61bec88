import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'

export interface Choice {
  value: string
  label: string
}

interface WallSelectProps {
  name: string
  label: string
  value: string | undefined
  choices: readonly Choice[]
  /** Text for no choice; "any" when absent. */
  none?: string
  view: View
}

export function WallSelect({ name, label, value, choices, none, view }: WallSelectProps) {
  return (
    <label className="grid">
      <span className="text-ink-2">{label}</span>
      <select
        name={name}
        defaultValue={value ?? ''}
        className="h-7.5 max-w-44 max-mid:h-11 border-line border-b bg-bg text-ink"
      >
        <option value="">{none ?? translatorFor(view.locale)('wall.any')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}
