import { translatorFor } from '@/lib/messages/translate'
import { watched } from '@/lib/report/key-points/watched'
import type { Report } from '@/lib/report/model/report'
import { phraseParts } from './phrase-parts'

/** Lines at most; the rarest are shown. */
const LINES_MAX = 10

/** Returns the part that names the unusual figures, each series once; it says so when there is none. */
export function watchedOf(report: Report, most = LINES_MAX) {
  const t = translatorFor(report.locale, report.window)
  const lines = watched(report, t)
  const more = lines.length - most
  const texts = [
    ...(lines.length === 0 ? [t('keyPoints.watchedNone')] : []),
    ...(more > 0 ? [t('keyPoints.watchedMore', { count: more })] : []),
  ]
  return {
    title: t('pdf.watched'),
    rule: t('pdf.watchedRule'),
    entries: [
      ...lines.slice(0, most).map(({ text }) => phraseParts(text)),
      ...texts.map((text) => phraseParts([{ kind: 'text', text }])),
    ],
  }
}
