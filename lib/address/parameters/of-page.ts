import type { z } from 'zod'
import { compareParameters } from './compare-parameters'
import { dataParameters } from './data-parameters'
import type { PageParameters } from './packed'
import { factsheetParameters, seriesParameters } from './series-parameters'
import { wallParameters } from './wall-parameters'

interface PageSchema {
  /** Path without language: "/factors/intraday-skewness". */
  path: RegExp
  /** Reads texts; its keys are the names, stable and short, and none of VIEW_PARAMETERS. */
  schema: z.ZodObject
}

/** Pages that can be asked something of their own. A schema says what; the page reads it with `pageParameters`. */
export const PAGE_SCHEMAS: readonly PageSchema[] = [
  { path: /^\/compare$/, schema: compareParameters },
  { path: /^\/data(\/\d+)?$/, schema: dataParameters },
  { path: /^\/(factors|portfolios)$/, schema: wallParameters },
  { path: /^\/(factors|portfolios)\/[^/]+$/, schema: seriesParameters },
  { path: /^\/(factors|portfolios)\/[^/]+\/factsheet\.pdf$/, schema: factsheetParameters },
]

/**
 * What an address asks of its page alone, in the order of the page's schema, so that the same question has one path.
 * Parameters that the page does not know are left alone.
 * @returns null when a known one has a value that it cannot have or stands there twice
 */
export function readParameters(path: string, search: URLSearchParams): PageParameters | null {
  const schema = PAGE_SCHEMAS.find((page) => page.path.test(path))?.schema
  if (!schema) return {}
  const names = Object.keys(schema.shape).filter((name) => search.has(name))
  if (names.some((name) => search.getAll(name).length > 1)) return null
  const asked = Object.fromEntries(names.map((name) => [name, search.get(name) ?? '']))
  return schema.safeParse(asked).success ? asked : null
}
