/** Findings that stop a load until somebody accepts them by name: there may be an honest reason, but hardly. */
import { WARNING_RULES, type WarningRule } from './warning'

/** Each rule, and the sentence for a finding under it. */
const HOLD_RULES = {
  'zero-day': 'every return of a day is zero',
  'zero-leg': 'a leg is zero in every row',
  'repeated-day': 'every return of a day is that of the day before',
  'too-large': 'the returns are many times as large as usual',
  'too-small': 'the returns are a small fraction of the usual ones',
  'all-positive': 'every return is positive, as levels are and returns are not',
  cumulated: 'the returns are cumulative, not daily',
  shifted: 'the returns are those stored for the next or the previous trading day',
  'signs-turned': 'the returns have the opposite sign of the stored ones',
  'legs-swapped': 'the legs are swapped compared with the stored ones',
  'series-swapped': 'the returns are those stored for another series',
  rescaled: 'the returns are a multiple of the stored ones',
  rounded: 'the returns are the stored ones with fewer decimals',
  'mass-restatement': 'a long stretch of history changes',
} as const

/** A rule of a hold; in a strict load also that of a warning. */
export type HoldRule = keyof typeof HOLD_RULES | WarningRule

/** The names that can be accepted. */
export const ACCEPTABLE = [...Object.keys(HOLD_RULES), ...Object.keys(WARNING_RULES)] as HoldRule[]

/** Returns the sentence of a rule. */
export function holdSentence(rule: HoldRule): string {
  return { ...HOLD_RULES, ...WARNING_RULES }[rule]
}

export interface Hold {
  rule: HoldRule
  /** Codes of the series concerned, in order; a market's code where a rule concerns a market. */
  series: string[]
  /** ISO dates of the first and the last day concerned. */
  from: string
  to: string
  /** Figures that let a reader judge, one sentence. */
  detail: string
  /** Some of the stored values that would change; empty when none would. */
  examples: HoldExample[]
}

/** A value that would change: a daily return, or a figure of a week that has been published. Decimal fractions. */
export interface HoldExample {
  series: string
  /** ISO date: the day, or the last trading day of the week. */
  date: string
  /** Column of the leg, or `week` for the long-short return or excess of that week. */
  column: string
  /** null when the store has no value. */
  before: number | null
  after: number
}
