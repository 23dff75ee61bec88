export const AXES = ['log', 'linear'] as const

/** The long leg or the portfolio; the short leg or the index; the average of the universe. */
export const LEG_ROLES = ['leg', 'against', 'benchmark'] as const
export type LegRole = (typeof LEG_ROLES)[number]

/** Period and axis of a comparison, or of a series: the first and last day, ISO dates. */
export interface ComparisonTerms {
  from: string
  to: string
  axis: (typeof AXES)[number]
  /** The legs in the chart of a series, in the order of LEG_ROLES; absent for none. */
  legs?: readonly LegRole[]
}
