/** Why a withdrawal is refused: reasons by code with their values, and the English sentences of the command and the API. */
import { describeUnequal, type UnequalSum } from '@/lib/import/check/check-sums'
import { FAULT_RULES, type Fault } from '@/lib/import/outcome/fault'

/** The values of each reason. Dates are ISO dates; a version is the number of a data version. */
interface RefusalValues {
  /** The last date of the order is before its first. */
  'turned-dates': { from: string; to: string }
  /** The order names neither a version, nor series with both dates. */
  'nothing-named': Record<string, never>
  /** Nothing has been loaded yet. */
  'empty-store': { version: number }
  'unknown-version': { version: number; newest: number }
  /** The version renamed a series. */
  renamed: { version: number }
  /** The version changed the catalogue, and the order has series or dates. */
  'no-dates': { version: number }
  'unknown-series': { names: string }
  /** The earlier value is of a day before the present inception of the series. */
  'before-inception': { code: string; date: string; inception: string }
  'after-end': { code: string; date: string; ended: string }
  /** The earlier value is over the present limit of a daily return, a decimal fraction. */
  'over-limit': { code: string; date: string; limit: number }
  /** Contributions would not add up to the excess: decimal fractions, as text without rounding. */
  'sum-differs': Pick<UnequalSum, 'code' | 'date' | 'sum'> & { excess: string; difference: string }
  /** Contributions would be left without the return of their day. */
  'no-excess': Pick<UnequalSum, 'code' | 'date' | 'sum'>
  /** A series that would go has rows, in that version or later ones. */
  'has-rows': { code: string; rows: number; version: string }
  'has-contributions': { component: string }
  'in-family': { code: string; family: string }
  'in-market': { kind: 'factor' | 'portfolio' | 'index'; code: string; market: string }
  'based-on': { code: string; factor: string }
  /** An earlier entry of the catalogue has a fault now. */
  fault: Pick<Fault, 'column' | 'value' | 'rule' | 'remedy'>
  /** So many reasons are left out. */
  more: { count: number }
}

type RefusalCode = keyof RefusalValues

export type RefusalReason<Code extends RefusalCode = RefusalCode> = {
  [Each in Code]: { code: Each; values: RefusalValues[Each] }
}[Code]

const SENTENCES: { [Code in RefusalCode]: (values: RefusalValues[Code]) => string } = {
  'turned-dates': ({ from, to }) => `from (${from}) is after to (${to}).`,
  'nothing-named': () => 'Name a version, or series with from and to.',
  'empty-store': ({ version }) => `There is no data version ${version}: nothing has been loaded yet.`,
  'unknown-version': ({ version, newest }) => `There is no data version ${version}: the newest is ${newest}.`,
  renamed: ({ version }) =>
    `Version ${version} renamed a series, which changes its code in every version: rename it back with npm run rename.`,
  'no-dates': ({ version }) =>
    `Version ${version} changed the catalogue, which has no dates: leave series, from and to out.`,
  'unknown-series': ({ names }) => `Not in the catalogue: ${names}.`,
  'before-inception': ({ inception, ...day }) => noReturn(day, `the inception of ${day.code} is ${inception} now`),
  'after-end': ({ ended, ...day }) => noReturn(day, `${day.code} has ended on ${ended}`),
  'over-limit': ({ limit, ...day }) => noReturn(day, `the limit of a daily return is ${limit} now`),
  'sum-differs': unequalSentence,
  'no-excess': (day) => unequalSentence({ ...day, excess: null, difference: null }),
  'has-rows': ({ code, rows, version }) =>
    `${code} has ${rows} rows, from version ${version} on; it can only be corrected.`,
  'has-contributions': ({ component }) => `component ${component} has contributions; it can only be corrected.`,
  'in-family': ({ code, family }) => `factor ${code} is in the family ${family}.`,
  'in-market': ({ kind, code, market }) => `${kind} ${code} is in the market ${market}.`,
  'based-on': ({ code, factor }) => `portfolio ${code} is based on the factor ${factor}.`,
  fault: ({ column, value, rule, remedy }) => `${column} ${value}: ${FAULT_RULES[rule]}. ${remedy}`,
  more: ({ count }) => `and ${count} more`,
}

function noReturn({ code, date }: { code: string; date: string }, why: string): string {
  return `${code} cannot have its earlier value of ${date} again: ${why}. Correct the catalogue first, or leave that day out.`
}

function unequalSentence(day: Parameters<typeof describeUnequal>[0]): string {
  return `The contributions would not add up any more. ${describeUnequal(day)} Withdraw the contributions and the returns of that day together, by series and dates.`
}

/** Returns the English sentence of a reason. */
export function sentenceOf<Code extends RefusalCode>({ code, values }: RefusalReason<Code>): string {
  return SENTENCES[code](values)
}

/** An order that this store cannot carry out; the message says why, and what to do. */
export class WithdrawalRefusal extends Error {
  override name = 'WithdrawalRefusal'

  /** @param heading a line before the reasons */
  constructor(
    readonly reasons: readonly RefusalReason[],
    heading: string | null = null,
  ) {
    super([...(heading === null ? [] : [heading]), ...reasons.map((reason) => sentenceOf(reason))].join('\n  '))
  }
}
