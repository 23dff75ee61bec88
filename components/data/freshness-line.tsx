import { getFreshness } from '@/lib/data-versions/get-freshness'
import { translatorFor } from '@/lib/translate'
import type { View } from '@/lib/view'
import { To } from '../layout/to'

/** Data version, last trading day loaded, and whether a series is late or has gaps: a small line on each page. */
export async function FreshnessLine({ view }: { view: View }) {
  const freshness = await getFreshness(view.version, view.stamp)
  if (freshness === null) return null
  const t = translatorFor(view.locale)
  const { last, late, gaps } = freshness
  return (
    <p data-freshness={late.length + gaps.length > 0 ? 'incomplete' : 'complete'}>
      <To path="/data" view={view} className="prose-link">
        {t('data.version', { version: view.version })}
      </To>{' '}
      <span className="ml-1.5">{t('data.lastDay', { last })}</span>
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
