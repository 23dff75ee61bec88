import type { z } from 'zod'
import { archiveParameters } from './archive-parameters'
import { compareParameters } from './compare-parameters'
import { dataParameters } from './data-parameters'
import { documentParameters } from './document-parameters'
import { editionParameters } from './edition-parameters'
import { loadParameters, withdrawalParameters } from './load-parameters'
import type { PageParameters } from './packed'
import { portfolioParameters } from './portfolio-parameters'
import { missingParameters } from './problem-parameters'
import { factsheetParameters, seriesParameters } from './series-parameters'
import { wallParameters } from './wall-parameters'
import { partParameters, weekParameters } from './week-parameters'

interface PageSchema {
  /** Path without language: "/factors/intraday-skewness". */
  path: RegExp
  /** Parses texts; its keys are the names, stable and short, different from VIEW_PARAMETERS. */
  schema: z.ZodObject
}

/** Pages with parameters of their own. A schema defines them; the page reads them with `pageParameters`. */
export const PAGE_SCHEMAS: readonly PageSchema[] = [
  { path: /^\/weeks$/, schema: archiveParameters },
  { path: /^\/weeks\/\d{4}-\d{2}-\d{2}$/, schema: weekParameters },
  { path: /^\/(months|quarters)\/[^/]+$/, schema: partParameters },
  { path: /^\/weeks\/[^/]+\/reconciliation$/, schema: partParameters },
  { path: /^\/weeks\/[^/]+\/(report|one-page)\.pdf$/, schema: documentParameters },
  { path: /^\/weeks\/[^/]+\/editions$/, schema: editionParameters },
  { path: /^\/(months|quarters)\/[^/]+\/(report|one-page)\.pdf$/, schema: documentParameters },
  { path: /^\/problem$/, schema: missingParameters },
  { path: /^\/compare$/, schema: compareParameters },
  { path: /^\/data(\/\d+)?$/, schema: dataParameters },
  { path: /^\/data\/load$/, schema: loadParameters },
  { path: /^\/data\/\d+\/withdrawal$/, schema: withdrawalParameters },
  { path: /^\/factors$/, schema: wallParameters },
  { path: /^\/portfolios$/, schema: portfolioParameters },
  { path: /^\/(factors|portfolios)\/[^/]+$/, schema: seriesParameters },
  { path: /^\/(factors|portfolios)\/[^/]+\/factsheet\.pdf$/, schema: factsheetParameters },
]

/** Returns the schema of a page's own parameters; undefined when it has none. */
export function schemaOf(path: string): z.ZodObject | undefined {
  return PAGE_SCHEMAS.find((page) => page.path.test(path))?.schema
}

/**
 * Returns the parameters of this page only, in the order of the page's schema, so that equal requests have one path.
 * Ignores parameters that the page does not have.
 * @returns null when one of its parameters has an invalid value or occurs twice
 */
export function readParameters(path: string, search: URLSearchParams): PageParameters | null {
  const schema = schemaOf(path)
  if (!schema) return {}
  const names = Object.keys(schema.shape).filter((name) => search.has(name))
  if (names.some((name) => search.getAll(name).length > 1)) return null
  const values = Object.fromEntries(names.map((name) => [name, search.get(name) ?? '']))
  return schema.safeParse(values).success ? values : null
}
