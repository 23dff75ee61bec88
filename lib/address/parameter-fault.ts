import { readParameters, schemaOf } from './parameters/of-page'
import { readView, VIEW_PARAMETERS } from './view'

/** Why an address has no page: the first parameter that is wrong. */
export interface ParameterFault {
  parameter: string
  /** As it was sent; repeated ones are joined by commas. Long values are cut. */
  value: string
  /** `repeated`: given twice. `order`: a period ends before it begins. `value`: none that the parameter accepts. */
  reason: 'repeated' | 'order' | 'value'
}

interface Asked {
  /** Path without language: "/factors". */
  path: string
  search: URLSearchParams
  /** Newest data version in the store. */
  latest: number
}

const VALUE_MAX = 80

/** Returns the first parameter that makes an address unreadable; null when there is none. */
export function findFault({ path, search, latest }: Asked): ParameterFault | null {
  const ofPage = Object.keys(schemaOf(path)?.shape ?? {})
  const all = [...VIEW_PARAMETERS, ...ofPage].filter((name) => search.has(name))
  // Whether a column can be sorted by depends on the shown ones, so the sorting is read last, with them.
  const given = [...all.filter((name) => name !== 'sort'), ...all.filter((name) => name === 'sort')]
  const repeated = given.find((name) => search.getAll(name).length > 1)
  if (repeated !== undefined) return fault(search, repeated, 'repeated')
  const isView = (name: string) => VIEW_PARAMETERS.some((each) => each === name)
  const isReadable = (names: readonly string[]) => {
    const part = new URLSearchParams(names.map((name) => [name, search.get(name) ?? '']))
    const view = readView({ locale: 'zh', latest, search: part, cookies: {} })
    return view !== null && readParameters(path, part) !== null
  }
  const wrong = given.find((name) => !isReadable(name === 'sort' ? given.filter(isView) : [name]))
  if (wrong !== undefined) return fault(search, wrong, 'value')
  return isReadable(given) ? null : fault(search, 'from', 'order')
}

function fault(search: URLSearchParams, parameter: string, reason: ParameterFault['reason']): ParameterFault {
  const value = search.getAll(parameter).join(', ')
  return { parameter, value: value.length > VALUE_MAX ? `${value.slice(0, VALUE_MAX)}…` : value, reason }
}
