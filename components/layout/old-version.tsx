import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { To } from '../text/to'

/** Says that the page shows an old data version; it cannot be closed. */
export function OldVersion({ view, path }: { view: View; path: string }) {
  if (view.version === view.latest) return null
  const t = translatorFor(view.locale)
  return (
    <div className="page">
      <p className="mt-4 border-ink border-l-2 pl-3">
        {t('states.oldVersion', { version: view.version, latest: view.latest })}
        <To path={path} view={{ ...view, isPinned: false }} className="prose-link ml-2">
          {t('states.toLatest')}
        </To>
      </p>
    </div>
  )
}
