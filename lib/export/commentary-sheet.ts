import type { ExportTable } from '@/lib/base/export-table'
import { translatorFor } from '@/lib/messages/translate'
import { commentaries } from '@/lib/report/bind/commentaries'
import { sectionId } from '@/lib/report/bind/section-id'
import { buildReport } from '@/lib/report/build/build-report'
import type { ReportInputs } from '@/lib/report/model/inputs'
import { richText } from '@/lib/report/text/rich-text'

/**
 * Returns what a desk wrote of the week and of its sections as a table of plain texts, of hidden sections too; null when
 * it wrote nothing.
 */
export function commentarySheet(inputs: ReportInputs): { name: string; table: ExportTable } | null {
  if (inputs.texts === undefined) return null
  const t = translatorFor(inputs.locale)
  const report = buildReport(inputs)
  return {
    name: t('written.commentary'),
    table: {
      columns: [
        { header: t('export.code'), type: 'text' },
        { header: t('written.section'), type: 'text' },
        { header: t('written.commentary'), type: 'text' },
        { header: t('export.asOf'), type: 'date' },
        { header: t('export.version'), type: 'integer' },
      ],
      rows: commentaries(report).map(({ section, blocks }) => [
        section && sectionId(section).replace(/^:/, ''),
        section?.title ?? t('written.week'),
        richText(blocks),
        report.week.asOf,
        report.version,
      ]),
    },
  }
}
