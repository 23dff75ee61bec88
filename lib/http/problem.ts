import { NEVER } from './caching'

/** One parameter that cannot be what it is. */
export interface BadParameter {
  parameter: string
  /** As it was sent; null when it is absent. */
  value: string | null
  message: string
}

/** A question that cannot be answered, told to whoever asked. */
export class ApiProblem extends Error {
  override name = 'ApiProblem'

  constructor(
    readonly status: Exclude<keyof typeof TITLES, 503>,
    message: string,
    readonly faults: readonly BadParameter[] = [],
    readonly headers: Record<string, string> = {},
  ) {
    super(message)
  }
}

/** @throws always */
export function badRequest(faults: readonly BadParameter[]): ApiProblem {
  return new ApiProblem(400, faults.map(({ message }) => message).join(' '), faults)
}

/** Which of two values is meant, nobody can tell. */
export function repeated(search: URLSearchParams): BadParameter[] {
  return [...new Set(search.keys())]
    .filter((name) => search.getAll(name).length > 1)
    .map((name) => ({
      parameter: name,
      value: search.getAll(name).join(' '),
      message: `${name} may be given only once, not as "${search.getAll(name).join('" and "')}".`,
    }))
}

const TITLES = {
  400: 'Bad request',
  401: 'Unauthorised',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Too slow',
  409: 'Conflict',
  413: 'Too large',
  422: 'Cannot be processed',
  429: 'Too many at once',
  503: 'Try again shortly',
}

/** The answer to such a question, as RFC 9457 has it. */
export function problemResponse(problem: ApiProblem): Response {
  return respond(problem.status, problem.message, problem.faults, problem.headers)
}

/** The store does not answer, or something is broken; what, stands in the server's log alone. */
export function unavailable(): Response {
  return respond(503, 'The answer could not be produced; try again shortly.', [], { 'retry-after': '5' })
}

/** These addresses are for reading. */
export function methodNotAllowed(): Response {
  return respond(405, 'Only GET and HEAD are allowed here.', [], { allow: 'GET, HEAD' })
}

/** This one is for sending. */
export function onlyPost(): Response {
  return respond(405, 'Only POST is allowed here.', [], { allow: 'POST' })
}

function respond(
  status: keyof typeof TITLES,
  detail: string,
  faults: readonly BadParameter[],
  headers: Record<string, string> = {},
): Response {
  const body = { type: 'about:blank', title: TITLES[status], status, detail, faults }
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': NEVER, ...headers },
  })
}
