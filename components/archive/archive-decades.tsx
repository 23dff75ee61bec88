import { archivePath } from '@/lib/address/parameters/archive-parameters'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { To } from '../text/to'

interface ArchiveDecadesProps {
  /** First years of the decades with weeks, oldest first. */
  decades: number[]
  /** The decade of the page. */
  decade: number
  view: View
}

/** Shows a link to each decade; nothing when there is only the one of the page. */
export function ArchiveDecades({ decades, decade, view }: ArchiveDecadesProps) {
  if (decades.every((each) => each === decade)) return null
  const t = translatorFor(view.locale)
  const newest = decades.at(-1)
  return (
    <nav
      aria-label={t('archive.decades')}
      className="print:hidden mt-5 flex flex-wrap gap-x-5 border-line border-y py-0.5"
    >
      {decades.map((each) => (
        <To
          key={each}
          path={archivePath(each === newest ? null : each)}
          view={view}
          aria-current={each === decade ? 'page' : undefined}
          className="choice"
        >
          {t('archive.decade', { decade: String(each) })}
        </To>
      ))}
    </nav>
  )
}
