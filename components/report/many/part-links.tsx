import { To } from '@/components/text/to'
import { pathWith } from '@/lib/address/parameters/packed'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'

interface PartLinksProps {
  /** Path of the report. */
  path: string
  /** Code of the family that is shown; null for none. */
  family: string | null
  /** What the list consists of. */
  of: 'factors' | 'families'
  /** From 1. */
  page: number
  pages: number
  view: View
  /** What is on the page: "factors 21 to 40 of 75". */
  part: string
}

/** Shows which part of a long list is on the page, with links to the parts beside it; nothing for a single page. */
export function PartLinks({ path, family, of, page, pages, view, part }: PartLinksProps) {
  if (pages < 2) return null
  const t = translatorFor(view.locale, view.window)
  const at = (other: number) => pathWith(path, { family, page: other === 1 ? null : String(other) })
  return (
    <nav aria-label={t('many.pages')} className="print:hidden mt-4 flex flex-wrap gap-x-5 text-note">
      <span className="tap text-ink-2">{part}</span>
      {page > 1 && (
        <To path={at(page - 1)} view={view} rel="prev" className="link tap">
          ‹ {t(of === 'families' ? 'many.previousFamilies' : 'many.previous')}
        </To>
      )}
      {page < pages && (
        <To path={at(page + 1)} view={view} rel="next" className="link tap">
          {t(of === 'families' ? 'many.nextFamilies' : 'many.next')} ›
        </To>
      )}
    </nav>
  )
}
