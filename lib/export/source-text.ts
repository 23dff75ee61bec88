import { addressOf, type View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { thePublisher } from '@/lib/publisher/the-publisher'
import type { Report } from '@/lib/report/model/report'

/** Returns risks, source and the mark of synthetic data, for what leaves the product. */
export function sourceOf({ locale, isDemo }: Report): string {
  const t = translatorFor(locale)
  const source = t('footer.source', { publisher: thePublisher().name[locale], demo: isDemo ? 'yes' : 'no' })
  return [t('footer.risk'), source].join(locale === 'zh' ? '' : ' ')
}

/** Returns the address of the page of a report. @param origin scheme and host of the product */
export function pageAddress({ week }: Report, view: View, origin: string): string {
  return `${origin}${addressOf(`/weeks/${week.asOf}`, view)}`
}
