import { mayOpen } from '@/lib/access/may-open'
import { addressOf, type View } from '@/lib/address/view'
import { offersLoading } from '@/lib/desk/who-may-load'
import { translatorFor } from '@/lib/messages/translate'

/** Links to the texts of a week where pages offer to write: whether this reader may is known there. An issue has none. */
export function EditLink({ asOf, view }: { asOf: string; view: View }) {
  const path = `/weeks/${asOf}/edit`
  if (!offersLoading() || !mayOpen(path) || view.window) return null
  return (
    <a
      href={addressOf(path, { ...view, isPinned: false })}
      className="prose-link ml-3 whitespace-nowrap max-mid:inline-block max-mid:py-3"
    >
      {translatorFor(view.locale)('edit.open')}
    </a>
  )
}
