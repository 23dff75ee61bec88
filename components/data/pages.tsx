import { pathWith } from '@/lib/address/parameters/packed'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { To } from '../text/to'

interface PagesProps {
  path: string
  /** From 1. */
  page: number
  pages: number
  view: View
}

/** Shows links to the previous and next page of a long list; nothing for a single page. */
export function Pages({ path, page, pages, view }: PagesProps) {
  if (pages < 2) return null
  const t = translatorFor(view.locale)
  const to = (number: number) => pathWith(path, { page: number === 1 ? null : `${number}` })
  return (
    <nav aria-label={t('data.pages')} className="mt-3 flex gap-4 text-note">
      {page > 1 && (
        <To path={to(page - 1)} view={view} rel="prev" className="link tap">
          ‹ {t('data.newer')}
        </To>
      )}
      <span className="tap text-ink-2">{t('data.page', { page, pages })}</span>
      {page < pages && (
        <To path={to(page + 1)} view={view} rel="next" className="link tap">
          {t('data.older')} ›
        </To>
      )}
    </nav>
  )
}
