/** Closures of the catalogue's history as one text: hundreds of rows of a database are slow to read. */
import { z } from 'zod'
import { CLOSURE_KINDS } from '@/lib/catalogue/closure-kinds'

/** An SQL aggregate over rows of closures in catalogue_entry, by key: their entries as a JSON list. */
export const CLOSURE_LIST = `'[' || string_agg(entry::text, ',' order by key) || ']'`

const closure = z.object({
  market: z.string(),
  date: z.string(),
  kind: z.enum(CLOSURE_KINDS),
  name: z.string().nullable(),
})

const closures = z.array(closure)

/** Parses what CLOSURE_LIST gives; null, which it gives for no rows, is an empty list. */
export function readClosureList(list: string | null): z.infer<typeof closures> {
  return list === null ? [] : closures.parse(JSON.parse(list))
}
