import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { FindingsStrip } from './findings-strip'

interface ProvisionalYearsProps {
  /** Years of the page's windows whose closures are not known. */
  years: readonly string[]
  view: View
}

/** Shows that the trading days of a page's years may change; nothing when their closures are known. */
export function ProvisionalYears({ years, view }: ProvisionalYearsProps) {
  if (years.length === 0) return null
  const t = translatorFor(view.locale)
  return (
    <FindingsStrip className="my-3" data-calendar="provisional">
      {t('quality.provisional', { years: years.join(t('keyPoints.comma')) })}
    </FindingsStrip>
  )
}
