import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'
import { To } from './to'

/** Says that the page shows the store as it was; it cannot be closed. */
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
