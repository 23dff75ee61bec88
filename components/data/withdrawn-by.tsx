import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { To } from '../text/to'

interface WithdrawnByProps {
  /** The versions that took a load back. */
  versions: number[]
  view: View
  className?: string
}

/** Shows that a load was withdrawn, with a link to each withdrawal; nothing for any other load. */
export function WithdrawnBy({ versions, view, className = '' }: WithdrawnByProps) {
  const t = translatorFor(view.locale)
  return versions.map((version) => (
    <p key={version} data-withdrawn={version} className={`text-note ${className}`}>
      <To path={`/data/${version}`} view={{ ...view, isPinned: false }} className="prose-link font-bold">
        {t('data.withdrawnByVersion', { version })}
      </To>
    </p>
  ))
}
