export const AXES = ['log', 'linear'] as const

/** The long leg or the portfolio; the short leg or the index; the average of the universe. */
export const LEG_ROLES = ['leg', 'against', 'benchmark'] as const
export type LegRole = (typeof LEG_ROLES)[number]

/** What is compared, or shown of a series: the first and last day of a period, ISO dates, on an axis. */
export interface ComparisonTerms {
  from: string
  to: string
  axis: (typeof AXES)[number]
  /** The legs beside the line of a series, in the order of LEG_ROLES; absent for none. */
  legs?: readonly LegRole[]
}
