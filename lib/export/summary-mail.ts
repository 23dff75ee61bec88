import { inTurns } from '@/lib/base/steps'
import { mailHtml } from '@/lib/export/mail/mail'
import { mailMessage } from '@/lib/export/mail/mail-message'
import { reportSteps } from '@/lib/report/build/build-report'
import type { SummaryForm } from './answer-summary'

/** The summary as a mail, shown in the browser. */
export const SUMMARY_MAIL: SummaryForm = {
  file: 'mail.html',
  type: 'text/html; charset=utf-8',
  isShown: true,
  make: async (inputs, view, origin) =>
    new TextEncoder().encode(mailHtml(await inTurns(reportSteps(inputs)), view, origin)),
}

/** The same as a draft for a mail client. */
export const SUMMARY_MESSAGE: SummaryForm = {
  file: 'mail.eml',
  type: 'message/rfc822',
  make: async (inputs, view, origin) =>
    new TextEncoder().encode(mailMessage(await inTurns(reportSteps(inputs)), view, origin)),
}
