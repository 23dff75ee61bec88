/** The kinds of dated series: the columns of their files and their tables in the store. */
export type ReturnKind = 'factor_returns' | 'portfolio_returns' | 'factor_quality' | 'index_returns' | 'contributions'

/** Sections of the catalogue with series, and the tables of their newest entries, which are also the kinds of their history. */
export const SERIES_TABLES = { factors: 'factor', portfolios: 'portfolio', indices: 'market_index' } as const

export type SeriesSection = keyof typeof SERIES_TABLES

interface Leg {
  /** Column of the file. */
  column: string
  /** Column of the store. */
  stored: string
  /** Whether a row may lack it if it has another leg. */
  isOptional?: true
  /** Whether its values are mean errors from 0 to 1, and not coefficients from -1 to 1. */
  isError?: true
}

interface ReturnKindSpec {
  /** The noun for one series. */
  noun: string
  /** Section of the catalogue with the series of that kind. */
  section: SeriesSection
  /** Daily simple returns, measures of quality (coefficients and mean errors), or parts of a daily excess. */
  values: 'returns' | 'correlations' | 'contributions'
  /**
   * Columns that name a part of the row of a series and day, the second of which may be empty. The store has all parts of
   * a day in one row.
   */
  parts?: readonly [group: string, component: string]
  legs: readonly Leg[]
  /** Columns that no other kind has. */
  own: readonly string[]
  table: string
  codeColumn: string
}

export const RETURN_KINDS: Record<ReturnKind, ReturnKindSpec> = {
  factor_returns: {
    noun: 'factor',
    section: 'factors',
    values: 'returns',
    legs: [
      { column: 'long', stored: 'long_return' },
      { column: 'short', stored: 'short_return' },
      { column: 'benchmark', stored: 'benchmark_return' },
    ],
    own: ['long', 'short'],
    table: 'factor_return',
    codeColumn: 'factor_code',
  },
  portfolio_returns: {
    noun: 'portfolio',
    section: 'portfolios',
    values: 'returns',
    legs: [
      { column: 'portfolio', stored: 'portfolio_return' },
      { column: 'benchmark', stored: 'benchmark_return' },
    ],
    own: ['portfolio'],
    table: 'portfolio_return',
    codeColumn: 'portfolio_code',
  },
  factor_quality: {
    noun: 'factor',
    section: 'factors',
    values: 'correlations',
    legs: [
      { column: 'ic', stored: 'ic', isOptional: true },
      { column: 'rank_ic', stored: 'rank_ic', isOptional: true },
      { column: 'rank_mae', stored: 'rank_mae', isOptional: true, isError: true },
    ],
    own: ['ic', 'rank_ic', 'rank_mae'],
    table: 'factor_quality',
    codeColumn: 'factor_code',
  },
  index_returns: {
    noun: 'index',
    section: 'indices',
    values: 'returns',
    legs: [{ column: 'return', stored: 'daily_return' }],
    own: ['return'],
    table: 'index_return',
    codeColumn: 'index_code',
  },
  contributions: {
    noun: 'portfolio',
    section: 'portfolios',
    values: 'contributions',
    parts: ['group', 'component'],
    legs: [{ column: 'contribution', stored: 'contributions' }],
    own: ['contribution'],
    table: 'portfolio_contribution',
    codeColumn: 'portfolio_code',
  },
}

/** In the order in which they can be loaded. */
export const KINDS = Object.keys(RETURN_KINDS).filter((kind): kind is ReturnKind => kind in RETURN_KINDS)

/** Returns the columns that a file of that kind may leave out if it has one of them. */
export function optionalColumns(kind: ReturnKind): string[] {
  const { parts, legs } = RETURN_KINDS[kind]
  return [...(parts ? [parts[1]] : []), ...legs.filter(({ isOptional }) => isOptional).map(({ column }) => column)]
}

/** Returns the columns of a file of that kind, in their usual order. */
export function columnsOf(kind: ReturnKind): string[] {
  const { parts = [], legs } = RETURN_KINDS[kind]
  return ['date', 'series', ...parts, ...legs.map(({ column }) => column)]
}

/** Returns the columns of texts in a file of that kind. */
export function textColumns(kind: ReturnKind): string[] {
  return ['series', ...(RETURN_KINDS[kind].parts ?? [])]
}
