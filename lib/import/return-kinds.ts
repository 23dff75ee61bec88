/** The kinds of daily returns: the columns of their files, and where they are stored. */
import type { LoadKind } from '@/lib/generated/prisma/client'

export type ReturnKind = Extract<LoadKind, `${string}_returns`>

interface Leg {
  /** Column of the file. */
  column: string
  /** Column of the store. */
  stored: string
}

interface ReturnKindSpec {
  /** What one series is called. */
  noun: string
  legs: readonly Leg[]
  table: string
  codeColumn: string
}

export const RETURN_KINDS: Record<ReturnKind, ReturnKindSpec> = {
  factor_returns: {
    noun: 'factor',
    legs: [
      { column: 'long', stored: 'long_return' },
      { column: 'short', stored: 'short_return' },
      { column: 'benchmark', stored: 'benchmark_return' },
    ],
    table: 'factor_return',
    codeColumn: 'factor_code',
  },
  portfolio_returns: {
    noun: 'portfolio',
    legs: [
      { column: 'portfolio', stored: 'portfolio_return' },
      { column: 'benchmark', stored: 'benchmark_return' },
    ],
    table: 'portfolio_return',
    codeColumn: 'portfolio_code',
  },
}

/** The columns of a file of that kind, in their usual order. */
export function columnsOf(kind: ReturnKind): string[] {
  return ['date', 'series', ...RETURN_KINDS[kind].legs.map(({ column }) => column)]
}
