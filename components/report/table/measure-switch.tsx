import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'

type MeasureName = 'longShort' | 'longExcess' | 'excess' | 'absolute'

interface MeasureSwitchProps {
  /** The two measures of the table. */
  names: readonly [MeasureName, MeasureName]
  view: View
}

const SWITCH =
  'flex-1 py-2 text-center text-ink-2 [box-shadow:inset_0_-1px_0_var(--line)] has-checked:font-bold has-checked:text-accent has-checked:[box-shadow:inset_0_-2px_0_var(--accent)] has-focus-visible:[outline-offset:-2px] has-focus-visible:[outline:2px_solid_var(--accent)]'

/** Shows two radio buttons, on a phone only; style sheets apply them without script. */
export function MeasureSwitch({ names: [first, second], view }: MeasureSwitchProps) {
  const t = translatorFor(view.locale)
  const group = `measure-${first}`
  return (
    <fieldset data-measures className="flex border-rule border-t-2 mid:hidden">
      <legend className="sr-only">{t('tables.show')}</legend>
      <label className={SWITCH}>
        <input type="radio" name={group} value="first-measure" defaultChecked className="sr-only" />
        {t(`measures.${first}`)}
      </label>
      <label className={SWITCH}>
        <input type="radio" name={group} value="second-measure" className="sr-only" />
        {t(`measures.${second}`)}
      </label>
    </fieldset>
  )
}
