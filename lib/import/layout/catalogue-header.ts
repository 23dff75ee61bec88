import type { CatalogueSection } from '@/lib/catalogue/catalogue-fields'
import type { SourceTable } from '@/lib/import/read/source-table'

/** Whether the columns are those of a section of the catalogue. */
export function sectionOf({ header }: Pick<SourceTable, 'header'>): CatalogueSection | null {
  const names = new Set(header.cells.map(plainName))
  const has = (field: string) => names.has(plainName(field))
  if (has('weekEnd') && has('issueDate')) return 'reportIssues'
  if (!has('code') || !(has('nameZh') || has('nameEn'))) return null
  if (has('alphaFactorCode') || has('benchmarkCode')) return 'portfolios'
  if (has('familyCode') || has('inception')) return 'factors'
  return has('position') ? 'families' : 'markets'
}

/** "Name zh", "name_zh" and "nameZh" are one. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '')
}
