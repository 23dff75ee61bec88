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

/** Shows radio buttons, on a phone only; style sheets apply them without script. */
export function MeasureSwitch({ names, view }: MeasureSwitchProps) {
  const t = translatorFor(view.locale, view.window)
  return (
    <fieldset data-measures className="flex border-rule border-t-2 mid:hidden">
      <legend className="sr-only">{t('tables.show')}</legend>
      {names.map((name, index) => (
        <label key={name}>
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
