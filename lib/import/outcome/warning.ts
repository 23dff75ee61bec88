/** Warnings about a file that can be loaded nevertheless. */

/** Each rule, and the sentence for a warning under it. */
export const WARNING_RULES = {
  'gap-of-trading-days': 'trading days are missing within the series',
  'repeated-return': 'a leg has the same return on several days in a row',
  'unusual-jump': 'a return is many standard deviations from the mean of the series',
  'closures-missing': 'the closures of a year are not known',
  'begins-late': 'the data of the series begin after its inception in the catalogue',
  'ends-early': 'the series ends earlier than others of its family',
} as const

export type WarningRule = keyof typeof WARNING_RULES

export interface Warning {
  rule: WarningRule
  /** Code of the series, or of the market. */
  series: string
  /** Column of the leg; null when the warning concerns the whole series. */
  column: string | null
  /** ISO dates of the first and the last day concerned. */
  from: string
  to: string
  /** Figures that let a reader judge, one sentence. */
  detail: string
}
