import { translatorFor } from '@/lib/messages/translate'
import { marketTable } from '@/lib/pdf/document/tables/market-table'
import { recordTable } from '@/lib/pdf/document/tables/record-table'
import { periodName } from '@/lib/report/text/period-name'
import { documentFrame } from './document-frame'
import type { OnePageJob } from './job'
import { phraseParts } from './phrase-parts'
import { sourceOf } from './source'

/** Key points at most; the rarest are shown. */
const POINTS_MAX = 7

/** Returns the input of the template of one page. @param job a cleaned job; @param fingerprint of the document */
export function onePageDocument(job: OnePageJob, fingerprint: string) {
  const { report, publisher, chart } = job
  const { locale, week, issue, window } = report
  const t = translatorFor(locale, window)
  const title = issue?.title.trim() || t('pdf.untitled')
  const span = `${week.firstDay} – ${week.asOf}`
  const frame = documentFrame(job, {
    title,
    right: span,
    fingerprint,
    description: report.headline.join(''),
    authors: issue?.authors.length ? issue.authors : publisher.authors.map(({ name }) => name[locale]),
    date: issue?.issueDate ?? week.asOf,
  })
  return {
    ...frame,
    running: { ...frame.running, left: t('pdf.onePageFoot', { version: report.version, fingerprint }) },
    kind: t('pdf.onePage'),
    headline: report.headline,
    subtitle: [title, periodName(report, t), span].join(t('pdf.separator')),
    demo: report.isDemo ? t('demo.label') : null,
    market: marketTable(report),
    'points-title': t('keyPoints.title'),
    points: report.keyPoints.slice(0, POINTS_MAX).map(({ label, text }) => ({ label, parts: phraseParts(text) })),
    record: {
      title: t('pdf.record'),
      caption: `${t('pdf.recordCaption')}${t('pdf.captionUnit', { unit: t('tables.unit') })}`,
      windows: t('pdf.returns'),
      risk: t('pdf.sinceInception'),
      ...recordTable(report, job.risk),
    },
    chart: chart && {
      title: t('pdf.chartOfWeek', { name: chart.name }),
      note: chart.note,
      says: chart.says,
      image: `${chart.key}.svg`,
    },
    source: sourceOf(job, t),
    disclosure: { title: t('pdf.disclosures'), text: publisher.shortDisclosure[locale] },
  }
}
