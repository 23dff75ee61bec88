/** Files that were loaded before a rename have the old code of a series, which the store has under its new one. */

import type { Client } from 'pg'
import type { SeriesSection } from '@/lib/catalogue/series-kinds'
import type { SeriesCatalogue } from '@/lib/import/check/series-catalogue'
import type { FileContent } from '@/lib/import/parse/read-file'

/** The code of each renamed series, by its old code. */
export type Aliases = ReadonlyMap<string, string>

/** Returns a catalogue in which old codes are known too, so that old files can be read. */
export function withOldCodes(catalogue: SeriesCatalogue, aliases: Aliases): SeriesCatalogue {
  const known = (section: SeriesSection) => {
    const lives = new Map(catalogue[section])
    for (const [oldCode, code] of aliases) {
      const life = catalogue[section].get(code)
      if (life !== undefined) lives.set(oldCode, life)
    }
    return lives
  }
  return {
    ...catalogue,
    ...{ factors: known('factors'), portfolios: known('portfolios'), indices: known('indices') },
    renamed: new Map(),
  }
}

/** Returns the content of a file with the new codes of its series. */
export function withNewCodes(content: FileContent | null, aliases: Aliases): FileContent | null {
  if (content === null || aliases.size === 0) return content
  const codeOf = (code: string) => aliases.get(code) ?? code
  if (content.type === 'returns') {
    return { ...content, batch: { ...content.batch, codes: content.batch.codes.map(codeOf) } }
  }
  const { factors, portfolios, indices } = content.catalogue
  return {
    ...content,
    catalogue: {
      ...content.catalogue,
      factors: factors.map((row) => ({ ...row, code: codeOf(row.code) })),
      indices: indices.map((row) => ({ ...row, code: codeOf(row.code) })),
      portfolios: portfolios.map((row) => ({
        ...row,
        code: codeOf(row.code),
        alphaFactorCode: codeOf(row.alphaFactorCode),
      })),
    },
  }
}

/** Gives the rows in `staged` and `staged_series` the new codes of their series. */
export async function stageNewCodes(client: Client, aliases: Aliases): Promise<void> {
  if (aliases.size === 0) return
  const pairs = JSON.stringify([...aliases].map(([oldCode, code]) => ({ oldCode, code })))
  for (const table of ['staged', 'staged_series']) {
    await client.query(
      `
      update ${table}
      set code = renamed.code
      from json_to_recordset($1::json) as renamed ("oldCode" text, code text)
      where ${table}.code = "oldCode"`,
      [pairs],
    )
  }
}
