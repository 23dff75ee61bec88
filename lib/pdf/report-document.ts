import type { Report } from '@/lib/report/report'
import { printPalette } from '@/lib/theme'
import { translatorFor } from '@/lib/translate'
import { coverOf } from './cover'
import type { ReportJob } from './job'
import { definitionsOf, readingOf } from './reading'
import { sectionsOf } from './report-sections'
import { summaryOf } from './report-tables'

/**
 * All that the template reads: texts, formatted figures with their tone, and the order of both.
 * @param job cleaned; @param fingerprint of the job
 */
export function reportDocument(job: ReportJob, fingerprint: string) {
  const { report, colours, publisher } = job
  const { locale, issue, week } = report
  const t = translatorFor(locale)
  const title = issue?.title.trim() || t('pdf.untitled')
  const span = `${week.firstDay} – ${week.asOf}`
  const [year, month, day] = (issue?.issueDate ?? week.asOf).split('-').map(Number)
  const published = issue ? t('week.issued', { date: issue.issueDate }) : t('pdf.notIssued')
  return {
    lang: locale,
    palette: printPalette(colours, publisher.accent),
    meta: {
      title: `${title} ${span}`,
      authors: authorsOf(job),
      description: report.headline.join(''),
      keywords: [t('brand.name'), week.asOf, `v${report.version}`],
      date: [year, month, day],
    },
    publisher: {
      name: publisher.name[locale],
      kind: publisher.reportKind[locale],
      logo: publisher.logoSvg === null ? null : 'publisher.svg',
    },
    running: {
      title,
      right: `${span}${t('pdf.separator')}${published}`,
      left: t('pdf.foot', { version: report.version, fingerprint }),
      page: t('pdf.page', { n: '{n}', total: '{total}' }),
    },
    cover: coverOf(job, { title, span, fingerprint }),
    contents: { title: t('pdf.contents'), tables: t('pdf.listOfTables'), figures: t('pdf.listOfFigures') },
    reading: readingOf(job),
    summary: summaryOf(job),
    sections: sectionsOf(job),
    definitions: { number: `${lastNumber(report) + 1}`, ...definitionsOf(report) },
    disclosures: { number: '', title: t('pdf.disclosures'), entries: publisher.disclosures[locale] },
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

function lastNumber({ sections }: Report): number {
  return sections.at(-1)?.number ?? 0
}
