import type { z } from 'zod'
import { PERIOD_NAMES } from '@/lib/analysis/periods'
import { CONVENTIONS } from '@/lib/base/convention'
import { LASTING_COLUMNS, OPTIONAL_COLUMNS, ORDERS } from '@/lib/report/table/table-view'
import { schemaOf } from './of-page'
import { LEG_NAMES } from './series-parameters'

/** What a parameter of an address accepts: one of some words, a list of them, or a value in a format. */
export interface AcceptedValues {
  format: Format
  /** The words, in the order of the menus; empty for the other formats. */
  words: readonly string[]
}

/** The formats, each with a message of its own: `problem.accepts-date`. */
export const FORMATS = [
  'word',
  'list',
  'sort',
  'version',
  'code',
  'codes',
  'pair',
  'date',
  'decade',
  'number',
  'text',
] as const
type Format = (typeof FORMATS)[number]

/** Parameters whose schema does not list its values: those of every page, and those with a format. */
const BY_NAME: Readonly<Record<string, AcceptedValues>> = {
  version: { format: 'version', words: [] },
  convention: { format: 'word', words: CONVENTIONS },
  market: { format: 'code', words: [] },
  order: { format: 'word', words: ORDERS },
  sort: { format: 'sort', words: [...LASTING_COLUMNS, ...OPTIONAL_COLUMNS.filter((name) => name !== 'percentile')] },
  columns: { format: 'list', words: [...OPTIONAL_COLUMNS, 'none'] },
  heat: { format: 'word', words: ['on'] },
  family: { format: 'code', words: [] },
  series: { format: 'codes', words: [] },
  add: { format: 'codes', words: [] },
  pair: { format: 'pair', words: [] },
  asOf: { format: 'date', words: [] },
  from: { format: 'date', words: [] },
  to: { format: 'date', words: [] },
  decade: { format: 'decade', words: [] },
  page: { format: 'number', words: [] },
  find: { format: 'text', words: [] },
  text: { format: 'text', words: [] },
  upload: { format: 'text', words: [] },
  legs: { format: 'list', words: LEG_NAMES },
  periods: { format: 'list', words: PERIOD_NAMES },
}

/**
 * Returns what a parameter of a page accepts: the words of its schema, or its format.
 * @param path without language: "/factors"
 * @throws TypeError for a parameter of neither kind, which of-page.test.ts excludes
 */
export function acceptedValues(path: string, name: string): AcceptedValues {
  const schema = schemaOf(path)?.shape[name]
  const words = schema ? wordsOf(schema).filter((word) => word !== '') : []
  if (words.length > 0) return { format: 'word', words }
  const known = BY_NAME[name]
  if (!known) throw new TypeError(`what the parameter ${name} of ${path} accepts is not described`)
  return known
}

interface Definition {
  type: string
  innerType?: z.core.$ZodType
  options?: readonly z.core.$ZodType[]
  in?: z.core.$ZodType
  entries?: Readonly<Record<string, string>>
  values?: readonly unknown[]
}

/** Returns the literal texts that a schema accepts. */
function wordsOf(schema: z.core.$ZodType): string[] {
  const { type, innerType, options = [], entries = {}, values = [], ...other }: Definition = schema._zod.def
  if (type === 'enum') return Object.values(entries)
  if (type === 'literal') return values.map(String)
  const inner = [innerType, other.in, ...options].filter((part) => part !== undefined)
  return inner.flatMap(wordsOf)
}
