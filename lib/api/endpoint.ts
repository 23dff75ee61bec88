import type { z } from 'zod'
import type { Cell } from './columns'

export type Row = Record<string, Cell>

/** Parameters as texts, by name. */
export type ParameterTexts = Record<string, string | undefined>

/** Context of a request, in addition to an endpoint's own parameters. */
interface Shown {
  /** Data version of the answer. */
  version: number
}

/** A table for scripts, at `/api/v1` + path + ".json", ".csv", ".xlsx" or ".parquet". */
export interface Endpoint {
  /** "/factors/{code}/daily" */
  path: string
  tag: 'catalogue' | 'series' | 'statistics' | 'store'
  summary: string
  description: string
  /** Parameters of path and query; paging, version and language are common to all endpoints. */
  parameters: z.ZodObject
  /** The columns, in order. */
  row: z.ZodObject
  /** Can the rows of a data version change without a new one? Then nothing may be cached. */
  isUnversioned?: true
  /**
   * @param texts parameters of the address, which the schema `parameters` accepts
   * @throws ApiProblem when the request cannot be answered
   */
  read: (texts: ParameterTexts, shown: Shown) => Promise<readonly Row[]>
}

interface Definition<P extends z.ZodObject, R extends z.ZodObject> extends Omit<Endpoint, 'read'> {
  parameters: P
  row: R
  read: (parameters: z.output<P>, shown: Shown) => Promise<readonly (z.output<R> & Row)[]>
}

/** Defines an endpoint whose `read` has the types of its two schemas. */
export function defineEndpoint<P extends z.ZodObject, R extends z.ZodObject>(definition: Definition<P, R>): Endpoint {
  return { ...definition, read: (texts, shown) => definition.read(definition.parameters.parse(texts), shown) }
}
