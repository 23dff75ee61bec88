import type { z } from 'zod'
import type { Endpoint, ParameterTexts } from '@/lib/api/endpoint'
import { ApiProblem, type BadParameter, badRequest, repeated } from '@/lib/http/problem'
import { commonParameters } from './parameters'

export const FORMATS = ['json', 'csv', 'xlsx', 'parquet'] as const
export type Format = (typeof FORMATS)[number]

export interface Question {
  endpoint: Endpoint
  format: Format
  /** The path after `/api/v1`, with its extension. */
  path: string
  /** The endpoint's parameters from path and query, as texts that its schema accepts. */
  own: ParameterTexts
  common: z.output<typeof commonParameters>
}

/**
 * Parses an address below `/api/v1/`.
 * @throws ApiProblem 404 when no endpoint has that path, 400 with every wrong parameter
 */
export function parseQuestion(endpoints: readonly Endpoint[], segments: readonly string[], search: URLSearchParams) {
  const path = `/${segments.join('/')}`
  const [, stem = '', extension] = /^(.*)\.([a-z]+)$/.exec(path) ?? []
  const format = FORMATS.find((known) => known === extension)
  const found = endpoints.flatMap((endpoint) => {
    const inPath = matchPath(endpoint.path, stem)
    return inPath === null ? [] : [{ endpoint, inPath }]
  })[0]
  if (!found || !format) throw new ApiProblem(404, notFoundText(endpoints, path))
  const { endpoint, inPath } = found
  const faults: BadParameter[] = []
  const own = wordsOf(Object.keys(endpoint.parameters.shape), search, inPath)
  const shared = wordsOf(Object.keys(commonParameters.shape), search, {})
  const common = commonParameters.safeParse(shared)
  faults.push(...unknownParameters(endpoint, search, inPath), ...repeated(search))
  for (const [result, words] of [[endpoint.parameters.safeParse(own), own] as const, [common, shared] as const])
    if (!result.success) faults.push(...faultsOf(result.error, words))
  if (faults.length > 0 || !common.success) throw badRequest(faults)
  return { endpoint, format, path, own, common: common.data } satisfies Question
}

/** Returns the values of `{name}` in the path, or null when the path does not match. */
function matchPath(template: string, path: string): ParameterTexts | null {
  const [expected, given] = [template.split('/'), path.split('/')]
  if (expected.length !== given.length) return null
  const words: ParameterTexts = {}
  for (const [index, part] of expected.entries()) {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (name !== undefined) words[name] = given[index]
    else if (part !== given[index]) return null
  }
  return words
}

function wordsOf(names: string[], search: URLSearchParams, inPath: ParameterTexts): ParameterTexts {
  return Object.fromEntries(names.map((name) => [name, inPath[name] ?? search.get(name) ?? undefined]))
}

/** Reports parameters that the endpoint does not have, which are usually typing errors. */
function unknownParameters({ parameters }: Endpoint, search: URLSearchParams, inPath: ParameterTexts): BadParameter[] {
  const names = [...Object.keys(parameters.shape), ...Object.keys(commonParameters.shape)]
  const known = names.filter((name) => !(name in inPath))
  return [...new Set(search.keys())]
    .filter((name) => !known.includes(name))
    .map((name) => {
      const message = `${name} ("${search.get(name)}") is not a parameter of this address; use: ${known.join(', ')}.`
      return { parameter: name, value: search.get(name), message }
    })
}

function faultsOf(error: z.ZodError, words: ParameterTexts): BadParameter[] {
  return error.issues.map(({ path: [name], message }) => {
    const parameter = String(name)
    const value = words[parameter] ?? null
    const found = value === null ? 'it is missing' : `not "${value}"`
    return { parameter, value, message: `${parameter} ${message}, ${found}.` }
  })
}

function notFoundText(endpoints: readonly Endpoint[], path: string): string {
  const paths = endpoints.map((endpoint) => endpoint.path).join(', ')
  return `There is no ${path}. Addresses end in .json, .csv, .xlsx or .parquet; available: ${paths}.`
}
