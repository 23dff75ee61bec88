import type { z } from 'zod'
import type { Cell } from './columns'

export type Row = Record<string, Cell>

/** Parameters as texts, by name. */
export type ParameterTexts = Record<string, string | undefined>

/** What is asked beside an endpoint's own parameters. */
interface Shown {
  /** Data version as of which the answer is true. */
  version: number
}

/** A table that scripts can ask for, at `/api/v1` + path + ".json", ".csv" or ".xlsx". */
export interface Endpoint {
  /** "/factors/{code}/daily" */
  path: string
  tag: 'catalogue' | 'series' | 'statistics' | 'store'
  summary: string
  description: string
  /** Those of the path and of the query; paging, version and language are common to all. */
  parameters: z.ZodObject
  /** The columns, in order. */
  row: z.ZodObject
  /**
   * @param asked as the address says it; `parameters` accepts it
   * @throws ApiProblem when the question has no answer
   */
  read: (asked: ParameterTexts, shown: Shown) => Promise<readonly Row[]>
}

interface Definition<P extends z.ZodObject, R extends z.ZodObject> extends Omit<Endpoint, 'read'> {
  parameters: P
  row: R
  read: (parameters: z.output<P>, shown: Shown) => Promise<readonly (z.output<R> & Row)[]>
}

/** Ties what an endpoint reads to what its two schemas say. */
export function defineEndpoint<P extends z.ZodObject, R extends z.ZodObject>(definition: Definition<P, R>): Endpoint {
  return { ...definition, read: (asked, shown) => definition.read(definition.parameters.parse(asked), shown) }
}
