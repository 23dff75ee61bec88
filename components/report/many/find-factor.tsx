import { addressOf, parametersOf, type View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'

/** Shows a form that lists the factors with a text in their name or code. Works without script. */
export function FindFactor({ view }: { view: View }) {
  const t = translatorFor(view.locale, view.window)
  const [address = ''] = addressOf('/factors', view).split('?')
  return (
    <form method="get" action={address} className="print:hidden mt-3 flex items-baseline gap-x-3 text-note">
      {parametersOf(view).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="find-factor" className="text-ink-2">
        {t('many.find')}
      </label>
      <input
        id="find-factor"
        type="search"
        name="text"
        required
        maxLength={64}
        className="w-44 border-line border-b bg-transparent py-0.5 text-ink"
      />
      <button type="submit" className="link tap">
        {t('many.findGo')}
      </button>
    </form>
  )
}
