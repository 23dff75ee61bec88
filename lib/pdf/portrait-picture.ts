import { Resvg } from '@resvg/resvg-js'
import { paletteOf } from '@/lib/charts/theme'
import { translatorFor } from '@/lib/messages/translate'
import { cleaned } from '@/lib/pdf/document/clean-text'
import { excessOf } from '@/lib/pdf/document/excess-lines'
import { phraseParts } from '@/lib/pdf/document/phrase-parts'
import { sourceOf } from '@/lib/pdf/document/source'
import { marketTable } from '@/lib/pdf/document/tables/market-table'
import { recordTable } from '@/lib/pdf/document/tables/record-table'
import { typesetPicture } from './compiler'
import type { Pictured } from './summary-picture'

/** Width of the picture, px; its height follows from the content. */
const WIDTH_PX = 1080
/** Key points at most; the rarest are shown. */
const POINTS_MAX = 5

/**
 * Draws the summary of a week as an upright PNG of 1080 px in light colours: headline, market, key points, week, month and
 * year of each series, source. The same summary gives the same bytes.
 * @throws Error when the template fails, which no text of a report can cause
 */
export function makePortraitPicture(pictured: Pictured): Uint8Array<ArrayBuffer> {
  const picture = new Resvg(typesetPicture(portraitSetting(pictured)), {
    fitTo: { mode: 'width', value: WIDTH_PX },
    // Glyphs are outlines, so that the fonts of the machine do not matter.
    font: { loadSystemFonts: false },
  })
  return new Uint8Array(picture.render().asPng())
}

/** Returns the template of the picture and its files. */
export function portraitSetting(pictured: Pictured) {
  const document = JSON.stringify(documentOf(cleaned(pictured)))
  return { template: 'portrait.typ', files: new Map([['document.json', document]]) }
}

function documentOf({ report, colours, publisher }: Pictured) {
  const { locale, week, version, convention } = report
  const t = translatorFor(locale)
  const facts = t('export.mailFacts', { asOf: week.asOf, version, convention: t(`week.${convention}`) })
  return {
    lang: locale,
    palette: paletteOf('light', colours),
    line: [t('brand.name'), t('week.number', { week: week.isoWeek }), `${week.firstDay} – ${week.asOf}`].join(
      t('pdf.separator'),
    ),
    demo: report.isDemo ? t('demo.label') : null,
    headline: report.headline,
    market: marketTable(report),
    'points-title': t('keyPoints.title'),
    points: report.keyPoints.slice(0, POINTS_MAX).map(({ label, text }) => ({ label, parts: phraseParts(text) })),
    'record-title': t('pdf.recordOfWeek'),
    record: recordTable(report, null),
    excess: excessOf(report),
    foot: [sourceOf({ report, publisher }, t), facts, publisher.shortDisclosure[locale]].join(t('pdf.separator')),
  }
}
