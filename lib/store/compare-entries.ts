import { isDeepStrictEqual } from 'node:util'
import type { Client } from 'pg'
import { z } from 'zod'
import type { CatalogueFile } from '@/lib/import/catalogue-schema'
import { type EntryKind, entryRow } from '@/lib/queries/catalogue-entry'

const KINDS = {
  markets: 'market',
  families: 'family',
  factors: 'factor',
  portfolios: 'portfolio',
  reportIssues: 'report_issue',
} as const satisfies Record<keyof CatalogueFile, EntryKind>

const row = z.object({ kind: z.string(), key: z.string(), entry: z.unknown(), isOwn: z.boolean() })

/** The entries in which the catalogue as of a version differs from the file that made it. */
export async function compareEntries(client: Client, version: number, file: CatalogueFile): Promise<string[]> {
  const { rows } = await client.query(
    `
    select kind, key, entry, since_version = $1 as "isOwn"
    from catalogue_entry
    where since_version <= $1 and until_version > $1
    order by kind, key`,
    [version],
  )
  const stored = z.array(row).parse(rows)
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
