/** A table as it leaves the product: typed cells under named columns. Writers know nothing of what it holds. */
export interface ExportTable {
  columns: ExportColumn[]
  /** As many cells a row as there are columns; null is an empty cell. */
  rows: (string | number | null)[][]
}

export interface ExportColumn {
  /** Says the unit where the cells have one. */
  header: string
  /** `percent`: decimal fractions, which a workbook shows as per cent; `date`: ISO dates. */
  type: 'text' | 'integer' | 'number' | 'percent' | 'date'
}
