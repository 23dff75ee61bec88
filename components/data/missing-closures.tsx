import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { getUnplannedMarkets } from '@/lib/workbench/versions/get-unplanned-markets'
import { FindingsStrip } from './findings-strip'

/** Shows which markets lack the closures of this year or, from 1 December, the next, and how to load them. */
export async function MissingClosures({ view }: { view: View }) {
  if (view.closuresOf === undefined) return null
  const t = translatorFor(view.locale)
  const names = await getUnplannedMarkets({ ...view, year: view.closuresOf })
  const markets = names.join(t('keyPoints.comma'))
  return (
    <FindingsStrip className="my-3" data-calendar="missing">
      {t('quality.closuresMissing', { year: view.closuresOf, markets })}{' '}
      <code className="whitespace-nowrap">{t('quality.closuresCommand')}</code>
    </FindingsStrip>
  )
}
