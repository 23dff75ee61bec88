/** Past weeks in which the factors moved most like in the week of a report, and what followed each of them. */
export interface SimilarWeeks {
  /** The most similar first; empty when no earlier week can be compared. */
  weeks: SimilarWeek[]
  /** Factors with a z-score in the week of the report. */
  factors: number
  /** Earlier weeks that were compared. */
  compared: number
}

export interface SimilarWeek {
  isoYear: number
  isoWeek: number
  /** Its last trading day. */
  asOf: string
  /** Root of the mean squared difference of z-scores, in standard deviations. */
  distance: number
  /** Factors with a z-score in both weeks. */
  shared: number
  /** The week after it, and the four weeks after it. */
  nextWeek: Followed
  nextMonth: Followed
}

/** What a period brought, decimal fractions; null where there is no value. */
export interface Followed {
  /** Return of the universe's average. */
  universe: number | null
  /** Mean long-short return of the factors with a value. */
  longShort: number | null
  /** Mean excess return of the portfolios with a value. */
  excess: number | null
}
