import type { View } from '@/lib/address/view'
import { formatPercentInText } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import { commentaries } from '@/lib/report/bind/commentaries'
import type { FamilyTotals } from '@/lib/report/model/family-totals'
import type { PortfolioRow, Report } from '@/lib/report/model/report'
import { excessLines } from '@/lib/report/text/excess-lines'
import { marketTexts } from '@/lib/report/text/market-text'
import { phraseText } from '@/lib/report/text/phrase'
import { richText } from '@/lib/report/text/rich-text'
import { pageAddress, sourceOf } from './source-text'

/**
 * Writes the week as plain text for a chat: headline, market, key points, then a line for each factor and portfolio, and for each
 * portfolio one for what its excess comes from and one for its absolute return. A report of many factors has a line for each family, and for each unusual factor.
 */
export function summaryText(report: Report): string {
  const { headline, week, keyPoints, plainList, table2, many } = report
  const points = keyPoints.map(({ label, text }) => `${label}  ${phraseText(text)}`)
  const families = many?.totals.map((totals) => familyLine(totals, report)) ?? []
  const lines = [
    ...families,
    ...plainList.map(({ text }) => phraseText(text)),
    ...excessLines(report).map(({ text }) => phraseText(text)),
    ...table2.map((row) => absoluteLine(row, report)),
  ]
  const market = marketTexts(report)
  const head = [`${headline.join('')}  ${week.asOf}`, ...(market.length === 0 ? [] : ['', ...market])]
  return [...head, '', ...points, ...written(report), '', ...lines].join('\n').replaceAll('\u00A0', ' ')
}

/** Returns what the desk wrote of the week and of sections, each after an empty line. */
function written(report: Report): string[] {
  const t = translatorFor(report.locale)
  return commentaries(report).flatMap(({ section, blocks }) => [
    '',
    section?.title ?? t('written.commentary'),
    richText(blocks),
  ])
}

/** Returns the same text with source, mark of synthetic data and the address of the page. */
export function sourcedText(report: Report, view: View, origin: string): string {
  return [summaryText(report), '', sourceOf(report), pageAddress(report, view, origin)].join('\n')
}

function absoluteLine({ name, absolute }: PortfolioRow, { locale, labels }: Report): string {
  const t = translatorFor(locale)
  return t('export.absoluteLine', {
    name,
    month: labels.month,
    year: labels.year,
    weekValue: formatPercentInText(absolute.week.value),
    monthValue: formatPercentInText(absolute.month.value),
    yearValue: formatPercentInText(absolute.year.value),
  })
}

function familyLine(
  { name, count, longShort: { week, month, year } }: FamilyTotals,
  { locale, labels }: Report,
): string {
  return translatorFor(locale)('many.text', {
    family: name,
    count,
    up: week.up,
    down: week.down,
    week: formatPercentInText(week.mean),
    month: labels.month,
    monthValue: formatPercentInText(month.mean),
    year: labels.year,
    yearValue: formatPercentInText(year.mean),
  })
}
