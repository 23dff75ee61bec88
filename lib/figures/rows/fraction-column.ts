import type { ExportColumn } from '@/lib/base/export-table'
import type { Translator } from '@/lib/messages/translate'

/** Returns an exported column of decimal fractions. */
export function fractionColumn(label: string, t: Translator): ExportColumn {
  return { header: label, fractionHeader: t('export.fraction', { window: label }), type: 'percent' }
}
