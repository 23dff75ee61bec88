import type { WallParameters } from '@/lib/address/parameters/wall-parameters'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { WallPart } from '@/lib/workbench/wall/wall-pages'
import { To } from '../text/to'
import { wallPath } from './wall-path'

interface WallPagesProps {
  part: WallPart
  count: number
  view: View
  path: string
  parameters: WallParameters
}

/** Shows which of all series are on the page, with links to the previous and next page; nothing for a single page. */
export function WallPages({ part: { page, pages, from, to }, count, view, path, parameters }: WallPagesProps) {
  if (pages === 1) return null
  const t = translatorFor(view.locale)
  const at = (other: number) => wallPath(path, parameters, { page: other === 1 ? undefined : String(other) })
  return (
    <nav aria-label={t('wall.pages')} className="print:hidden mt-4 flex flex-wrap gap-x-5 text-note">
      <span className="tap text-ink-2">{t('wall.part', { from: from + 1, to, count })}</span>
      {page > 1 && (
        <To path={at(page - 1)} view={view} className="link tap">
          ‹ {t('wall.before')}
        </To>
      )}
      {page < pages && (
        <To path={at(page + 1)} view={view} className="link tap">
          {t('wall.after')} ›
        </To>
      )}
    </nav>
  )
}
