import type { CatalogueSection } from '@/lib/catalogue/catalogue-fields'
import type { SourceTable } from '@/lib/import/read/source-table'

/** Returns the section of the catalogue that has these columns; null for any other table. */
export function sectionOf({ header }: Pick<SourceTable, 'header'>): CatalogueSection | null {
  const names = new Set(header.cells.map(plainName))
  const has = (field: string) => names.has(plainName(field))
  if (has('weekEnd') && has('issueDate')) return 'reportIssues'
  if (has('market') && has('date') && has('kind')) return 'closures'
  if (has('oldCode') && has('code')) return 'aliases'
  if (has('component') && (has('nameZh') || has('nameEn'))) return 'components'
  if (!has('code') || !(has('nameZh') || has('nameEn'))) return null
  if (has('alphaFactorCode') || has('benchmarkCode')) return 'portfolios'
  if (FACTOR_FIELDS.some(has)) return 'factors'
  if (has('inception')) return 'indices'
  return has('position') ? 'families' : 'markets'
}

/** Fields that factors have and indices have not; portfolios have others beside them. */
const FACTOR_FIELDS = [
  'familyCode',
  'rebalance',
  'shortNameZh',
  'shortNameEn',
  'descriptionZh',
  'descriptionEn',
  'universeZh',
  'universeEn',
]

/** Normalises a name: "Name zh", "name_zh" and "nameZh" are equal. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '')
}
