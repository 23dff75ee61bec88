import { translatorFor } from '@/lib/messages/translate'
import type { Report } from '@/lib/report/model/report'
import type { ReportJob } from './job'

/** Returns the box before the tables: the meaning of colours, dashes and bold, and the convention. */
export function readingOf({ report, colours }: ReportJob) {
  const t = translatorFor(report.locale, report.window)
  return {
    title: t('pdf.reading'),
    items: [
      { title: t(`week.${report.convention}`), text: t(`footer.${report.convention}`) },
      { title: t('pdf.signs'), text: t('pdf.signsText', { colours }) },
      { title: t('methodology.missing'), text: t('methodology.missingText') },
      { title: t('pdf.charts'), text: t('pdf.chartsText') },
      ...provisionalItem(report),
    ],
  }
}

/** Returns the item on provisional trading days; none when the closures of all years are known. */
function provisionalItem({ provisionalYears, locale }: Report) {
  if (provisionalYears.length === 0) return []
  const t = translatorFor(locale)
  return [
    {
      title: t('pdf.tradingDays'),
      text: t('quality.provisional', { years: provisionalYears.join(t('keyPoints.comma')) }),
    },
  ]
}

/** Returns the texts that identify the document and explain how to make it again. */
export function aboutOf({ report }: ReportJob, fingerprint: string) {
  const t = translatorFor(report.locale, report.window)
  const { version, week, convention } = report
  return {
    title: t('pdf.about'),
    items: [
      {
        title: t('pdf.made'),
        text: t('pdf.madeText', { version, asOf: week.asOf, convention }),
      },
      { title: t('pdf.fingerprint'), text: t('pdf.fingerprintText', { fingerprint }) },
    ],
  }
}

/** Returns the definitions of the methodology page, the current convention first. */
export function definitionsOf(report: Report) {
  const t = translatorFor(report.locale, report.window)
  const inForce = { title: t('pdf.inForce'), text: t(`footer.${report.convention}`) }
  return {
    title: t('pdf.definitions'),
    entries: [
      inForce,
      ...provisionalItem(report),
      ...DEFINED.map((key) => ({ title: t(`methodology.${key}`), text: t(`methodology.${key}Text`) })),
    ],
  }
}

const DEFINED = [
  'legs',
  'periodReturn',
  'longShort',
  'relativeStrength',
  'cumulativeExcess',
  'winRate',
  'percentile',
  'missing',
  'rounding',
  'calendar',
] as const
