import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'

/** Shows a compare button as a sign after a name, without extra width. `components/shortcuts` handles its click. */
export function CompareMark({ code, name, view }: { code: string; name: string; view: View }) {
  const label = translatorFor(view.locale)('compare.mark', { name })
  return (
    <button
      type="button"
      data-shortcut="compare"
      data-code={code}
      aria-pressed="false"
      aria-label={label}
      title={label}
      className="compare-mark"
    />
  )
}
