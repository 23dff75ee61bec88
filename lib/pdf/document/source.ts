import type { Translator } from '@/lib/messages/translate'
import type { ReportJob } from './job'

/** Returns the source of the figures: the publisher, and whether the series are synthetic. */
export function sourceOf({ report, publisher }: Pick<ReportJob, 'report' | 'publisher'>, t: Translator): string {
  const name = { publisher: publisher.name[report.locale] }
  return t('pdf.source', { source: report.isDemo ? t('figures.demoSource', name) : t('figures.source', name) })
}
