import type { Locale } from '@/lib/base/locale'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { translatorFor } from '@/lib/messages/translate'
import { getEditionTargets, getSeriesTargets, textOfTarget } from './share-targets'

interface Choice {
  value: string
  name: string
}

/** Returns what a share link can be made for, as the form offers it: editions newest first, series in their order. */
export async function getShareChoices(locale: Locale): Promise<{ editions: Choice[]; series: Choice[] }> {
  const [editions, series] = await Promise.all([getEditionTargets(), getSeriesTargets()])
  const t = translatorFor(locale)
  const [{ version } = { version: 0 }] = series
  const { factors, portfolios } = await getLocalisedCatalogue({ version, locale })
  const names = new Map([...factors, ...portfolios].map(({ code, name }) => [code, name]))
  return {
    editions: editions.map((target) => ({ value: textOfTarget(target), name: t('share.edition', target) })),
    series: series.map((target) => ({ value: textOfTarget(target), name: names.get(target.code) ?? target.code })),
  }
}
