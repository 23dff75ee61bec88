/** The columns of a file whose meaning a person can say, since the load does not know it. */
import { KINDS, RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import type { FileOutcome } from './upload-record'

/** What a person writes to leave a column out. */
export const LEFT_OUT = '-'

/** Faults of a header that other names of columns can mend. */
const OF_HEADER = ['unknown-layout', 'unknown-column', 'missing-column', 'duplicate-column', 'no-values']

/** With more series, a wide table has too many names to choose from. */
const SERIES_LISTED_MAX = 60

export interface AskedColumns {
  /** Index of the file in the upload. */
  index: number
  file: string
  columns: {
    /** As the file names it. */
    name: string
    /** Its cell in the first row; empty when it has none. */
    first: string
    /** The meaning that was given to it: empty when its own name counts, null when it is left out. */
    as: string | null
  }[]
}

/** Returns the columns of a file whose header has faults, or to which meanings were given; an empty list otherwise. */
export function askedColumns({ file, faults, columns: given, tables }: FileOutcome, index: number): AskedColumns[] {
  const isAsked = given.length > 0 || faults.some(({ rule }) => OF_HEADER.includes(rule))
  if (!isAsked) return []
  const names = new Map<string, string>()
  for (const { header, sample } of tables) {
    for (const [column, name] of header.entries()) {
      if (name !== '' && !names.has(name)) names.set(name, sample[0]?.[column] ?? '')
    }
  }
  const meanings = new Map(given.map(({ column, as }) => [column, as === '' ? null : as]))
  const columns = [...names].map(([name, first]) => ({
    name,
    first,
    as: meanings.has(name) ? (meanings.get(name) ?? null) : '',
  }))
  return columns.length === 0 ? [] : [{ index, file, columns }]
}

/** Returns what columns can hold: names of long and tidy tables, and the series and legs of wide ones. */
export async function meaningsOfColumns(version: number): Promise<string[]> {
  const specs = KINDS.map((kind) => RETURN_KINDS[kind])
  const names = [
    'date',
    'series',
    'leg',
    'value',
    ...specs.flatMap(({ parts = [], legs }) => [...parts, ...legs.map(({ column }) => column)]),
  ]
  const { factors, portfolios } = await getCatalogue({ version })
  const wide =
    factors.length + portfolios.length > SERIES_LISTED_MAX
      ? []
      : [
          ...factors.flatMap(({ code }) => ['long', 'short', 'benchmark'].map((leg) => `${code}.${leg}`)),
          ...portfolios.flatMap(({ code }) => ['portfolio', 'benchmark'].map((leg) => `${code}.${leg}`)),
        ]
  return [...new Set([...names, ...wide])]
}
