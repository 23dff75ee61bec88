/** A table to export: typed cells under named columns. Writers do not depend on its content. */
export interface ExportTable {
  columns: ExportColumn[]
  /** Each row has one cell for each column; null is an empty cell. */
  rows: (string | number | null)[][]
}

export interface ExportColumn {
  /** Contains the unit if the cells have one. */
  header: string
  /** `percent`: decimal fractions, which a workbook shows as per cent; `date`: ISO dates. */
  type: 'text' | 'integer' | 'number' | 'percent' | 'date'
}
