import { isOneOf } from '@/lib/base/is-one-of'
import type { WARNING_RULES } from '@/lib/editions/edition-record'

/** The rules of the gate that stop a publication. */
const BLOCKING_RULES = [
  /** The week has trading days without data yet. */
  'week-incomplete',
  /** A series lacks a trading day of the week. */
  'series-missing',
  /** A leg has repeated its value up to the end of the week. */
  'series-stale',
  /** A day of the week would be held in a load, and nobody accepted it. */
  'hold-not-accepted',
  /** The closures of the week's year are not known. */
  'calendar-unknown',
  /** A figure of a text belongs to no cell, or differs from its cell. */
  'text-figure',
  /** Two people publish, and nobody else has submitted this data version. */
  'review',
] as const

type GateRule = (typeof BLOCKING_RULES)[number] | (typeof WARNING_RULES)[number]

export interface GateFinding {
  rule: GateRule
  /** Code of the series; null when the finding is of none. */
  code: string | null
  /** One sentence in the language of the report. */
  text: string
}

/** Returns whether a finding stops a publication; otherwise it warns, and is waived by the name of its rule. */
export function blocks({ rule }: Pick<GateFinding, 'rule'>): boolean {
  return isOneOf(BLOCKING_RULES, rule)
}
