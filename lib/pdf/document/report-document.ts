import { translatorFor } from '@/lib/messages/translate'
import { appendixOf } from '@/lib/pdf/document/tables/appendix'
import { summaryOf, summaryTables } from '@/lib/pdf/document/tables/report-tables'
import { riskTable } from '@/lib/pdf/document/tables/risk-table'
import { similarWeeksTable } from '@/lib/pdf/document/tables/similar-weeks-table'
import { disclosuresOfWritten } from '@/lib/publisher/disclosures'
import type { Report } from '@/lib/report/model/report'
import { coverOf } from './cover'
import { documentFrame } from './document-frame'
import type { ReportJob } from './job'
import { phraseParts } from './phrase-parts'
import { aboutOf, definitionsOf, readingOf } from './reading'
import { sectionsOf } from './report-sections'
import { richParts } from './rich-parts'
import { watchedOf } from './watched-lines'

/**
 * Returns the input of the template: texts and formatted figures with their tone, in order.
 * @param job a cleaned job; @param fingerprint of the document
 */
export function reportDocument(job: ReportJob, fingerprint: string) {
  const { report } = job
  const { locale, issue, week, window } = report
  const t = translatorFor(locale, window)
  const title = issue?.title.trim() || t('pdf.untitled')
  const span = `${week.firstDay} – ${week.asOf}`
  const published = issue?.issueDate ? t('week.issued', { date: issue.issueDate }) : t('pdf.notIssued')
  // Only weeks have a date of issue.
  const right = window === 'week' ? [span, published] : [span]
  const tables = summaryTables(report)
  const similar = similarWeeksTable(job, tables + 2)
  const frame = documentFrame(job, {
    title,
    right: right.join(t('pdf.separator')),
    fingerprint,
    description: report.headline.join(''),
    authors: authorsOf(job),
    date: issue?.issueDate ?? week.asOf,
  })
  return {
    ...frame,
    cover: coverOf(job, { title, span, fingerprint }),
    contents: {
      title: t('pdf.contents'),
      sections: t('pdf.listOfSections'),
      tables: t('pdf.listOfTables'),
      figures: t('pdf.listOfFigures'),
    },
    reading: readingOf(job),
    summary: summaryOf(job),
    risk: { title: t('pdf.risk'), table: riskTable(job, tables + 1) },
    watched: watchedOf(report),
    similar: { title: t('similar.title'), table: similar },
    'own-points': {
      title: t('pdf.ownPoints'),
      rule: t('pdf.ownPointsRule'),
      entries: report.ownKeyPoints.map(({ text }) => phraseParts(text)),
    },
    sections: sectionsOf(job),
    definitions: { number: `${lastNumber(report) + 1}`, ...definitionsOf(report) },
    disclosures: { number: '', title: t('pdf.disclosures'), entries: disclosuresOf(job) },
    ...commentaryOf(report),
    appendix: appendixOf(job, tables + (similar === null ? 2 : 3)),
    about: aboutOf(job, fingerprint),
    texts: {
      constraints: t('sections.constraints'),
      objective: t('sections.objective'),
      'objective-alt': t('pdf.objectiveAlt'),
    },
  }
}

function authorsOf({ report, publisher }: ReportJob): string[] {
  const named = report.issue?.authors ?? []
  return named.length > 0 ? named : publisher.authors.map(({ name }) => name[report.locale])
}

/** Returns the disclosures of the publisher, then what the desk adds for this week. */
function disclosuresOf({ report, publisher }: ReportJob) {
  const { locale, written } = report
  const usual = publisher.disclosures[locale]
  if (written === null) return usual
  const title = translatorFor(locale)('written.disclosures')
  const added = written.disclosures === null ? [] : [{ title, text: written.disclosures }]
  return [...disclosuresOfWritten(usual, locale), ...added]
}

/** Returns what the desk says of the week; absent when it says nothing, so that the document is what it was. */
function commentaryOf({ locale, written }: Report) {
  if (written === null || written.commentary.length === 0) return {}
  return { commentary: { title: translatorFor(locale)('written.commentary'), blocks: richParts(written.commentary) } }
}

function lastNumber({ sections }: Report): number {
  return Math.max(0, ...sections.map(({ number }) => number))
}
