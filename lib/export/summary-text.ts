import type { Report } from '@/lib/report/model/report'
import { phraseText } from '@/lib/report/text/phrase'

/** Writes the week as plain text for a chat: headline, key points, then a line for each factor and portfolio. */
export function summaryText({ headline, week, keyPoints, plainList }: Report): string {
  const points = keyPoints.map(({ label, text }) => `${label}  ${phraseText(text)}`)
  const lines = plainList.map(({ text }) => phraseText(text))
  return [`${headline.join('')}  ${week.asOf}`, '', ...points, '', ...lines].join('\n').replaceAll('\u00A0', ' ')
}
