import { mailHtml } from '@/lib/export/mail/mail'
import type { SummaryForm } from './answer-summary'

/** The summary as a mail, shown in the browser. */
export const SUMMARY_MAIL: SummaryForm = {
  file: 'mail.html',
  type: 'text/html; charset=utf-8',
  isShown: true,
  make: async (report, view, origin) => new TextEncoder().encode(mailHtml(report, view, origin)),
}
