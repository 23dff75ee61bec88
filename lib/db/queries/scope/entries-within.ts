import { z } from 'zod'
import { getCatalogue } from '@/lib/db/queries/get-catalogue'
import { readDataRange } from '@/lib/db/queries/get-data-range'
import { currentScope, inScope } from '@/lib/scope/current-scope'
import { isWithin, type ReadScope } from '@/lib/scope/read-scope'

type Fields = Record<string, unknown> | null

interface Changed {
  kind: string
  key: string
  before: Fields
  after: Fields
}

/**
 * Returns the changes of catalogue entries that the dates of the current scope allow to know: without series that begin later,
 * the ends of those that end later, issues about later weeks, and markets and families that have nothing else.
 * @param version a data version that is not older than any of the changes
 */
export async function entriesWithin<Entry extends Changed>(entries: Entry[], version: number): Promise<Entry[]> {
  const scope = currentScope()
  if (scope.until === null) return entries
  const [[first], known, whole] = await Promise.all([
    readDataRange(version),
    getCatalogue({ version }),
    inScope({ ...scope, until: null }, () => getCatalogue({ version })),
  ])
  const missing = (section: 'markets' | 'families') => {
    const codes = new Set(known[section].map(({ code }) => code))
    return new Set(whole[section].flatMap(({ code }) => (codes.has(code) ? [] : [code])))
  }
  const hidden: Record<string, ReadonlySet<string>> = { market: missing('markets'), family: missing('families') }
  return entries.flatMap((entry) => {
    // Issues are about the first market.
    if (entry.kind === 'report_issue') return first !== undefined && entry.key <= first.last ? [entry] : []
    if (hidden[entry.kind]?.has(entry.key)) return []
    const [before, after] = [fieldsWithin(entry.before, scope), fieldsWithin(entry.after, scope)]
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ ...entry, before, after }]
  })
}

const lived = z.object({ market_code: z.string(), inception: z.iso.date(), ended: z.iso.date().nullable() })

function fieldsWithin(entry: Fields, scope: ReadScope): Fields {
  const series = lived.safeParse(entry)
  if (entry === null || !series.success) return entry
  const { market_code: market, inception, ended } = series.data
  if (!isWithin(scope, market, inception)) return null
  return ended === null || isWithin(scope, market, ended)
    ? entry
    : { ...entry, ended: null, ended_reason_zh: null, ended_reason_en: null }
}
