import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { wasDemoLoaded } from '@/lib/db/queries/was-demo-loaded'
import type { FigureCaption, FigureRequest } from '@/lib/figures/figure'
import { translatorFor } from '@/lib/messages/translate'
import { thePublisher } from '@/lib/publisher/the-publisher'
import { sourceText } from '@/lib/report/build/sections'
import { shortNameOf } from '@/lib/report/model/inputs'

/** What stands around a figure of a comparison that leaves the product. */
export async function getComparisonCaption(request: FigureRequest): Promise<FigureCaption> {
  const { kind, code, version, locale, asOf, convention, terms } = request
  const t = translatorFor(locale)
  const [catalogue, isDemo] = await Promise.all([
    getLocalisedCatalogue({ version, locale }),
    wasDemoLoaded({ version }),
  ])
  const [a = '', b = ''] = code.split(',').map((each) => shortNameOf(each, catalogue))
  const titles = {
    comparison: {
      title: t('compare.chart'),
      note: terms ? t('compare.chartNote', { axis: terms.axis, start: terms.from }) : '',
    },
    'pair-difference': { title: t('compare.difference', { a, b }), note: t('compare.differenceNote', { convention }) },
    'pair-correlation': {
      title: t('takeaway.title', { name: t('compare.pair', { a, b }), figure: t('compare.rolling') }),
      note: t('compare.rollingNote'),
    },
  }
  const shown = {
    source: sourceText({ isDemo, publisher: thePublisher().name[locale] }, t),
    asOf,
    version,
    convention: t(`week.${convention}`),
  }
  return {
    ...(kind === 'pair-difference' || kind === 'pair-correlation' ? titles[kind] : titles.comparison),
    source: t('takeaway.sourceLine', shown),
    demo: isDemo ? t('demo.label') : null,
  }
}
