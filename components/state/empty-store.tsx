import { notFound } from 'next/navigation'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { PageFrame } from '../layout/page-frame'
import { StateMessage } from './state-message'

/** Says that nothing is loaded yet, or that the market of the address does not exist. */
export function EmptyStore({ view }: { view: View }) {
  if (view.market !== undefined) notFound()
  const t = translatorFor(view.locale)
  return (
    <PageFrame view={view} path="/" current={null} isDemo={false}>
      <StateMessage title={t('states.emptyTitle')}>{t('states.empty')}</StateMessage>
    </PageFrame>
  )
}
