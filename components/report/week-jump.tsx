import { addressOf, parametersOf, type View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { DEFAULT_TABLE } from '@/lib/report/table/table-view'

/** Shows a form that opens the week of any date. Works without script. */
export function WeekJump({ view, id, asOf }: { view: View; id: string; asOf: string }) {
  const t = translatorFor(view.locale, view.window)
  return (
    <form
      method="get"
      action={addressOf('/weeks', { ...view, ...DEFAULT_TABLE, isPinned: false, convention: 'arithmetic' })}
    >
      <HiddenFields view={view} />
      <label htmlFor={id} className="sr-only">
        {t('week.jumpLabel')}
      </label>
      <input id={id} type="date" name="date" required defaultValue={asOf} className="field w-[108px]" />
      <button type="submit" className="link ml-2 tap">
        {t('week.jumpGo')}
      </button>
    </form>
  )
}

/** Adds the address's parameters to the form, which otherwise sends only its own fields. */
function HiddenFields({ view }: { view: View }) {
  return parametersOf(view).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}
