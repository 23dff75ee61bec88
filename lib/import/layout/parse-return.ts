import type { FaultRule } from '@/lib/import/outcome/fault'
import { shiftPoint } from '@/lib/import/read/decimal-text'
import type { Unit } from './unit'
import { asciiForm, isMissing, negativeInParentheses } from './written-number'

/** The reason why a cell is refused. */
export interface Refusal {
  rule: FaultRule
  remedy: string
}

interface Rules {
  unit: Unit
  /** Largest absolute value of a return, decimal fraction. */
  limit: number
}

/** A larger daily return of a leg of hundreds of stocks is a wrong unit or a typing error: no exchange allows it. */
export const DAILY_RETURN_MAX = 0.5

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const NOT_FINITE = /^[+-]?(nan|inf|infinity|∞)$/i
const DECIMAL_COMMA = /^[+-]?\d*,\d+$/
const EXCEL_ERROR = /^#[A-Z0-9/]+[!?]?$/i

/**
 * Parses a daily simple return as a decimal fraction: the double nearest to the written number, or to a hundredth of it
 * for a percentage. A zero has no sign, so that "-0.0" and "0" are equal.
 */
export function parseReturn(text: string, { unit, limit }: Rules): number | Refusal {
  if (isMissing(text)) return { rule: 'leg-missing', remedy: 'Enter the return, or remove the row if there is none.' }
  const value = parseNumber(text, unit)
  if (typeof value !== 'number') return value
  if (value <= -1) return { rule: 'total-loss', remedy: remedyForSize(value, text, { unit, limit }) }
  if (Math.abs(value) > limit) return { rule: 'over-limit', remedy: remedyForSize(value, text, { unit, limit }) }
  return value
}

/** Parses a contribution to a daily excess, as a return is parsed. */
export function parseContribution(text: string, rules: Rules): number | Refusal {
  if (!isMissing(text)) return parseReturn(text, rules)
  return { rule: 'leg-missing', remedy: 'Enter the contribution, or remove the row if there is none.' }
}

/** Parses a correlation coefficient, from -1 to 1. */
export function parseCorrelation(text: string, unit: Unit): number | Refusal {
  if (isMissing(text)) {
    return { rule: 'leg-missing', remedy: 'Enter the coefficient, or remove the row if there is none.' }
  }
  const value = parseNumber(text, unit)
  if (typeof value !== 'number') return value
  if (Math.abs(value) <= 1) return value
  return {
    rule: 'not-a-correlation',
    remedy: 'Write a number from -1 to 1, such as 0.045; percentages need a percent sign.',
  }
}

/** Parses a mean absolute error of ranks, a share of all ranks from 0 to 1. */
export function parseRankError(text: string, unit: Unit): number | Refusal {
  if (isMissing(text)) return { rule: 'leg-missing', remedy: 'Enter the error, or remove the row if there is none.' }
  const value = parseNumber(text, unit)
  if (typeof value !== 'number' || (value >= 0 && value <= 1)) return value
  return {
    rule: 'not-a-rank-error',
    remedy: 'Write a number from 0 to 1, such as 0.31; percentages need a percent sign.',
  }
}

function parseNumber(written: string, unit: Unit): number | Refusal {
  const text = asciiForm(written)
  const number = text.endsWith('%') ? text.slice(0, -1).trimEnd() : text
  if (!NUMBER.test(number)) return refuseNumber(number, text, unit)
  const value = Number(unit === 'percent' || number !== text ? shiftPoint(number, -2) : number)
  if (!Number.isFinite(value)) return { rule: 'not-finite', remedy: EXAMPLES[unit] }
  if (value === 0 && /^[^e]*[1-9]/i.test(number)) return { rule: 'too-small', remedy: 'Write 0 if zero is meant.' }
  return value === 0 ? 0 : value
}

function refuseNumber(number: string, text: string, unit: Unit): Refusal {
  if (NOT_FINITE.test(number)) return { rule: 'not-finite', remedy: 'Remove the row if there is no value.' }
  if (DECIMAL_COMMA.test(number)) {
    const example = unit === 'percent' ? '1.09' : '0.0109'
    return { rule: 'decimal-comma', remedy: `Use a decimal point, as in ${example}.` }
  }
  const negative = negativeInParentheses(text)
  if (negative !== null) return { rule: 'in-parentheses', remedy: `Write ${negative} if it is negative.` }
  return { rule: 'not-a-number', remedy: remedyFor(text, unit) }
}

const EXAMPLES: Record<Unit, string> = {
  decimal: 'Write a decimal fraction, such as 0.0109.',
  percent: 'Write a percentage, such as 1.09, or 1.09% if the other cells have the sign.',
}

function remedyFor(text: string, unit: Unit): string {
  if (EXCEL_ERROR.test(text)) return 'Correct the formula of the cell, or remove the row.'
  return EXAMPLES[unit]
}

/** Returns the remedy for a return that is too large for one day, usually a percentage that was read as a fraction. */
function remedyForSize(value: number, text: string, { unit, limit }: Rules): string {
  const mayBePercentage = unit === 'decimal' && !/[%％]$/.test(text) && Math.abs(value) <= 100
  // The catalogue sets a limit for markets that move more than others.
  const mayBeFraction = value > -1 && (value < 1 || limit !== DAILY_RETURN_MAX)
  if (mayBePercentage && isLikeLevel(value)) {
    return `If ${text} is a level, such as a NAV, write daily returns. If it is a percentage, load the file as percentages (--unit percent), or write fractions; 1.09% is 0.0109.`
  }
  const ifPercentage = `${text} may be a percentage: load the file as percentages (--unit percent), or write fractions; 1.09% is 0.0109`
  if (mayBePercentage && !mayBeFraction) return `${ifPercentage}.`
  if (mayBePercentage)
    return `${ifPercentage}. If it is a fraction, raise dailyReturnMax of its market in the catalogue.`
  if (value <= -1) return 'Correct the return: a leg cannot lose 100% or more in one day.'
  const largest = unit === 'percent' ? `percentages up to ${shiftPoint(String(limit), 2)}` : `fractions up to ${limit}`
  return `Write ${largest}, or raise dailyReturnMax of its market in the catalogue.`
}

/** Returns whether a value is where a NAV begins: near 1, or near 100. */
function isLikeLevel(value: number): boolean {
  return [1, 100].some((start) => Math.abs(value / start - 1) <= 0.2)
}
