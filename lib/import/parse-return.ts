import type { FaultRule } from '@/lib/import/fault'

/** Why a cell is refused. */
export interface Refusal {
  rule: FaultRule
  remedy: string
}

/** Beyond it a daily return of a leg of hundreds of stocks is a wrong unit or a slip: no exchange's limits allow it. */
const DAILY_RETURN_MAX = 0.5

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const NOT_FINITE = /^[+-]?(nan|inf|infinity)$/i

/**
 * Reads a daily simple return, a decimal fraction: the double nearest to what is written. A zero has no sign, so that
 * "-0.0" and "0" are the same return to the store too.
 */
export function parseReturn(text: string): number | Refusal {
  if (text === '')
    return { rule: 'leg-missing', remedy: 'Write the return; leave the whole row out where there is none.' }
  if (NOT_FINITE.test(text)) return { rule: 'not-finite', remedy: 'Leave the whole row out where there is no return.' }
  if (!NUMBER.test(text)) return { rule: 'not-a-number', remedy: remedyFor(text) }
  const value = Number(text)
  if (!Number.isFinite(value)) return { rule: 'not-finite', remedy: 'Write a decimal fraction, such as 0.0109.' }
  if (value <= -1)
    return { rule: 'total-loss', remedy: 'Write a decimal fraction above -1; -0.0109 is a loss of 1.09%.' }
  if (Math.abs(value) > DAILY_RETURN_MAX) {
    return { rule: 'over-limit', remedy: `Write decimal fractions up to ${DAILY_RETURN_MAX}; 1.09% is 0.0109.` }
  }
  return value === 0 ? 0 : value
}

function remedyFor(text: string): string {
  if (text.endsWith('%')) return 'Write a decimal fraction without a percent sign; 1.09% is 0.0109.'
  if (/^[+-]?\d+,\d+$/.test(text)) return 'Write the decimals after a point, as in 0.0109.'
  return 'Write a decimal fraction, such as 0.0109.'
}
