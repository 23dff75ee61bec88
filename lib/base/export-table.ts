/** A table to export: typed cells under named columns. Writers do not depend on its content. */
export interface ExportTable {
  columns: ExportColumn[]
  /** Each row has one cell for each column; null is an empty cell. */
  rows: (string | number | null)[][]
}

export type ExportColumn =
  | {
      /** Contains the unit if the cells have one. */
      header: string
      /** `date`: ISO dates. */
      type: 'text' | 'integer' | 'number' | 'date'
    }
  | {
      /** Above cells that a workbook shows as per cent. */
      header: string
      /** Above decimal fractions, in a file that shows the numbers as they are. */
      fractionHeader: string
      type: 'percent'
    }
