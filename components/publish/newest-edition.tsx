import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { To } from '../text/to'

interface NewestEditionProps {
  /** Last trading day of the newest published week; null when none is published. */
  asOf: string | null
  /** Number of its edition; null when it is published by itself. */
  number: number | null
  view: View
}

/** Says which week is the newest that was published, with a link to its editions. */
export function NewestEdition({ asOf, number, view }: NewestEditionProps) {
  const t = translatorFor(view.locale, view.window)
  if (asOf === null) return <p className="mt-2 text-ink-2 text-note">{t('publish.nothing')}</p>
  return (
    <p className="mt-2 text-ink-2 text-note">
      <To path={`/weeks/${asOf}/editions`} view={view} className="prose-link max-mid:inline-block max-mid:py-3">
        {number === null ? t('publish.newestItself', { asOf }) : t('publish.newest', { asOf, number })}
      </To>
    </p>
  )
}
