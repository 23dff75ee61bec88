import { escapeHtml } from '@/lib/base/escape-html'
import { inTurns } from '@/lib/base/steps'
import { excessSources, factorTables, mailStyle, marketTable, portfolioTables } from '@/lib/export/mail/mail-tables'
import { reportSteps } from '@/lib/report/build/build-report'
import type { SummaryForm } from './answer-summary'
import { pageAddress, sourceOf } from './source-text'
import { sourcedText } from './summary-text'

/** The content for the clipboard: text for a chat, formatted tables for a mail. */
interface SummaryCopy {
  text: string
  html: string
}

export const SUMMARY_COPY: SummaryForm = {
  file: 'copy.json',
  type: 'application/json; charset=utf-8',
  isShown: true,
  make: async (inputs, view, origin) => {
    const report = await inTurns(reportSteps(inputs))
    const style = mailStyle(report, view.colours)
    const tables = [
      marketTable(report, style),
      portfolioTables(report, style),
      excessSources(report, style),
      factorTables(report, style),
    ]
    const address = escapeHtml(pageAddress(report, view, origin))
    const source = `<p>${escapeHtml(sourceOf(report))} <a href="${address}">${address}</a></p>`
    const copy: SummaryCopy = { text: sourcedText(report, view, origin), html: `${tables.join('')}${source}` }
    return new TextEncoder().encode(JSON.stringify(copy))
  },
}
