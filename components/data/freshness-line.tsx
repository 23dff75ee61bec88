import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { getFreshness } from '@/lib/workbench/versions/get-freshness'
import { To } from '../text/to'

interface FreshnessLineProps {
  view: View
  /** Code of the page's market; the first one with data when absent. */
  market?: string | undefined
}

/**
 * Shows data version, last trading day of the page's market, and whether a series is late or has gaps, on each page.
 */
export async function FreshnessLine({ view, market }: FreshnessLineProps) {
  const freshness = await getFreshness(view.version, view.stamp, market)
  if (freshness === null) return null
  const t = translatorFor(view.locale)
  const { last, late, gaps } = freshness
  return (
    <p data-freshness={late.length + gaps.length > 0 ? 'incomplete' : 'complete'}>
      <To path="/data" view={view} className="prose-link">
        {t('data.version', { version: view.version })}
      </To>{' '}
      {last !== null && <span className="ml-1.5">{t('data.lastDay', { last })}</span>}
      {late.length > 0 && (
        <span className="ml-2.5 text-ink" title={late.join(', ')}>
          {t('data.late', { count: late.length })}
        </span>
      )}
      {gaps.length > 0 && (
        <span className="ml-2.5 text-ink" title={gaps.join(', ')}>
          {t('data.gaps', { count: gaps.length })}
        </span>
      )}
    </p>
  )
}
