import { isDeepStrictEqual } from 'node:util'
import type { Client } from 'pg'
import { z } from 'zod'
import { type EntryKind, entryRow } from '@/lib/catalogue/catalogue-entry'
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'

const KINDS = {
  markets: 'market',
  families: 'family',
  factors: 'factor',
  portfolios: 'portfolio',
  reportIssues: 'report_issue',
} as const satisfies Record<keyof CatalogueFile, EntryKind>

const row = z.object({ kind: z.string(), key: z.string(), entry: z.unknown(), isOwn: z.boolean() })
type Row = z.infer<typeof row>

/** A version and its recorded count of unchanged rows; null when the count is not checked. */
export interface Counted {
  id: number
  unchanged: number | null
}

/**
 * Returns the differences between the catalogue as of a version and its file, in entries and in the unchanged count.
 */
export async function compareEntries(
  client: Client,
  { id: version, unchanged }: Counted,
  file: CatalogueFile,
): Promise<string[]> {
  const { rows } = await client.query(
    `
    select kind, key, entry, since_version = $1 as "isOwn"
    from catalogue_entry
    where since_version <= $1 and until_version > $1
    order by kind, key`,
    [version],
  )
  const stored = z.array(row).parse(rows)
  return [...differingEntries(stored, file), ...differingCount(stored, file, unchanged)]
}

function differingEntries(stored: Row[], file: CatalogueFile): string[] {
  return Object.entries(KINDS).flatMap(([section, kind]) => {
    const given = new Map(entriesOf(file, section))
    const own = stored.filter((entry) => entry.kind === kind)
    const missing = [...given.keys()].filter((key) => !own.some((entry) => entry.key === key))
    const differing = own.filter(({ key, entry, isOwn }) => {
      const before = given.get(key)
      return before === undefined ? isOwn : !isDeepStrictEqual(before, entryRow(kind, entry))
    })
    return [
      ...missing.map((key) => `${kind} ${key} is in the file alone`),
      ...differing.map(({ key }) => `${kind} ${key} is not what the file says`),
    ]
  })
}

function differingCount(stored: Row[], file: CatalogueFile, unchanged: number | null): string[] {
  const given = Object.values(file).reduce((sum, entries) => sum + entries.length, 0)
  const left = given - stored.filter(({ isOwn }) => isOwn).length
  if (unchanged === null || unchanged === left) return []
  return [`it left ${left} of the ${given} entries of its file alone, and says ${unchanged}`]
}

function entriesOf(file: CatalogueFile, section: string): [string, unknown][] {
  if (section === 'reportIssues') return file.reportIssues.map((issue) => [issue.weekEnd, issue])
  const sections: Record<string, { code: string }[]> = {
    markets: file.markets,
    families: file.families,
    factors: file.factors,
    portfolios: file.portfolios,
  }
  return (sections[section] ?? []).map((entry) => [entry.code, entry])
}
