import { translatorFor } from '@/lib/messages/translate'
import type { Report } from '@/lib/report/model/report'
import { excessLines } from '@/lib/report/text/excess-lines'
import { phraseParts } from './phrase-parts'

/** Returns what the excess of each portfolio comes from this week, for a template; null when no portfolio has contributions. */
export function excessOf(report: Report) {
  const lines = excessLines(report)
  if (lines.length === 0) return null
  const t = translatorFor(report.locale, report.window)
  return { title: t('contributions.ofWeek'), lines: lines.map(({ text }) => phraseParts(text)) }
}
