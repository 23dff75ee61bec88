/** Values of series by day, column by column: a row has the same position in each column. */
export interface DailyColumns {
  /** The codes of the series, each once. */
  codes: string[]
  /** The position of the code of each row in `codes`. */
  series: Uint32Array
  /** Days from 1970-01-01 to the date of each row. */
  days: Int32Array
  /**
   * One column for each leg, in the order of the kind's legs: daily simple returns as decimal fractions, or coefficients; NaN
   * where an optional leg is missing.
   */
  legs: Float64Array[]
}

/** Creates columns of zeros for some rows, without codes. */
export function dailyColumns(rows: number, legs: number): DailyColumns {
  return {
    codes: [],
    series: new Uint32Array(rows),
    days: new Int32Array(rows),
    legs: Array.from({ length: legs }, () => new Float64Array(rows)),
  }
}
