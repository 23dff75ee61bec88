import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'

/** Marks the series as synthetic. */
export function DemoMark({ view, className = '' }: { view: View; className?: string }) {
  const t = translatorFor(view.locale)
  return (
    <span title={t('demo.title')} className={`whitespace-nowrap border-ink-3 border-l-2 pl-2 text-ink-2 ${className}`}>
      {t('demo.label')}
    </span>
  )
}
