/** Files that were loaded before a rename have the old code of a series, which the store has under its new one. */
import type { SeriesCatalogue } from '@/lib/import/check/series-catalogue'
import type { FileContent } from '@/lib/import/parse/read-file'

/** The code of each renamed series, by its old code. */
type Aliases = ReadonlyMap<string, string>

/** Returns a catalogue in which old codes are known too, so that old files can be read. */
export function withOldCodes(catalogue: SeriesCatalogue, aliases: Aliases): SeriesCatalogue {
  const known = (section: 'factors' | 'portfolios') => {
    const lives = new Map(catalogue[section])
    for (const [oldCode, code] of aliases) {
      const life = catalogue[section].get(code)
      if (life !== undefined) lives.set(oldCode, life)
    }
    return lives
  }
  return { factors: known('factors'), portfolios: known('portfolios'), renamed: new Map() }
}

/** Returns the content of a file with the new codes of its series. */
export function withNewCodes(content: FileContent | null, aliases: Aliases): FileContent | null {
  if (content === null || aliases.size === 0) return content
  const codeOf = (code: string) => aliases.get(code) ?? code
  if (content.type === 'returns') {
    return { ...content, batch: { ...content.batch, codes: content.batch.codes.map(codeOf) } }
  }
  const { factors, portfolios } = content.catalogue
  return {
    ...content,
    catalogue: {
      ...content.catalogue,
      factors: factors.map((row) => ({ ...row, code: codeOf(row.code) })),
      portfolios: portfolios.map((row) => ({
        ...row,
        code: codeOf(row.code),
        alphaFactorCode: codeOf(row.alphaFactorCode),
      })),
    },
  }
}
