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
    readonly status: 400 | 404 | 405,
    message: string,
    readonly faults: readonly BadParameter[] = [],
  ) {
    super(message)
  }
}

const TITLES = { 400: 'Bad request', 404: 'Not found', 405: 'Method not allowed', 503: 'Try again shortly' }

/** The answer to such a question, as RFC 9457 has it. */
export function problemResponse(problem: ApiProblem): Response {
  return respond(problem.status, problem.message, problem.faults)
}

/** The store does not answer, or something is broken; what, stands in the server's log alone. */
export function unavailable(): Response {
  return respond(503, 'The answer could not be made.', [], { 'retry-after': '5' })
}

/** These addresses are for reading. */
export function methodNotAllowed(): Response {
  return respond(405, 'Only GET and HEAD are allowed here.', [], { allow: 'GET, HEAD' })
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
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
}
