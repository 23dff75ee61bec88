import { mailStyle, mailTables, marketTable } from '@/lib/export/mail/mail-tables'
import { buildReport } from '@/lib/report/build/build-report'
import type { SummaryForm } from './answer-summary'
import { summaryText } from './summary-text'

/** The content for the clipboard: text for a chat, formatted tables for a mail. */
interface SummaryCopy {
  text: string
  html: string
}

export const SUMMARY_COPY: SummaryForm = {
  file: 'copy.json',
  type: 'application/json; charset=utf-8',
  isShown: true,
  make: async (inputs, view) => {
    const report = buildReport(inputs)
    const style = mailStyle(report, view.colours)
    const html = marketTable(report, style) + mailTables(report, style)
    const copy: SummaryCopy = { text: summaryText(report), html }
    return new TextEncoder().encode(JSON.stringify(copy))
  },
}
