import type { Translator } from '@/lib/messages/translate'
import type { ReportJob } from './job'

/** Where the figures come from: the publisher, and whether the series are synthetic. */
export function sourceOf({ report, publisher }: Pick<ReportJob, 'report' | 'publisher'>, t: Translator): string {
  const name = { publisher: publisher.name[report.locale] }
  return t('pdf.source', { source: report.isDemo ? t('figures.demoSource', name) : t('figures.source', name) })
}
