import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'

interface CompareButtonProps {
  code: string
  name: string
  view: View
  className?: string
}

/**
 * Shows a button that adds a series to the tray or removes it; `components/shortcuts` handles the click and marks
 * series in the tray.
 */
export function CompareButton({ code, name, view, className = 'link' }: CompareButtonProps) {
  const t = translatorFor(view.locale)
  return (
    <button type="button" data-shortcut="compare" data-code={code} className={`group noscript:hidden ${className}`}>
      <span className="group-data-in:hidden">{t('compare.put')}</span>
      <span className="hidden group-data-in:inline">{t('compare.out')}</span>
      <span className="sr-only"> {name}</span>
    </button>
  )
}
