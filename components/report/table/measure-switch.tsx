import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'

type MeasureName = 'longShort' | 'longExcess' | 'excess' | 'absolute' | 'excessRisk'

interface MeasureSwitchProps {
  /** The measures of the table, two or three. */
  names: readonly MeasureName[]
  view: View
}

/** Marks of the columns of each measure, in their order. */
const CLASSES = ['first-measure', 'second-measure', 'third-measure']

const SWITCH =
  'flex-1 py-2 text-center text-ink-2 [box-shadow:inset_0_-1px_0_var(--line)] has-checked:font-bold has-checked:text-accent has-checked:[box-shadow:inset_0_-2px_0_var(--accent)] has-focus-visible:[outline-offset:-2px] has-focus-visible:[outline:2px_solid_var(--accent)]'

/** Shows radio buttons, on a phone only; style sheets apply them without script. */
export function MeasureSwitch({ names, view }: MeasureSwitchProps) {
  const t = translatorFor(view.locale)
  return (
    <fieldset data-measures className="flex border-rule border-t-2 mid:hidden">
      <legend className="sr-only">{t('tables.show')}</legend>
      {names.map((name, index) => (
        <label key={name} className={SWITCH}>
          <input
            type="radio"
            name={`measure-${names[0]}`}
            value={CLASSES[index]}
            defaultChecked={index === 0}
            className="sr-only"
          />
          {t(`measures.${name}`)}
        </label>
      ))}
    </fieldset>
  )
}
