import { NEVER } from './caching'

export const NOTHING_HERE = 'There is nothing at this address.'

/** A parameter with a wrong value. */
export interface BadParameter {
  parameter: string
  /** As it was sent; null when it is absent. */
  value: string | null
  message: string
}

/** Signals a request that cannot be answered; its message is sent to the client. */
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

/** Creates a 400 that lists the wrong parameters. */
export function badRequest(faults: readonly BadParameter[]): ApiProblem {
  return new ApiProblem(400, faults.map(({ message }) => message).join(' '), faults)
}

/** Returns a fault for each parameter that is given more than once. */
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
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Too slow',
  409: 'Conflict',
  413: 'Too large',
  422: 'Cannot be processed',
  429: 'Too many at once',
  503: 'Try again shortly',
}

/** Returns the answer for a problem, in the format of RFC 9457. */
export function problemResponse(problem: ApiProblem): Response {
  return respond(problem.status, problem.message, problem.faults, problem.headers)
}

/** Returns 503, when the store does not answer or another error occurs; the caller logs the cause. */
export function unavailable(): Response {
  return respond(503, 'The answer could not be produced; try again shortly.', [], { 'retry-after': '5' })
}

/** Returns 405 for an address that can only be read. */
export function methodNotAllowed(): Response {
  return respond(405, 'Only GET and HEAD are allowed here.', [], { allow: 'GET, HEAD' })
}

/** Returns 405 for an address that only accepts POST. */
export function onlyPost(): Response {
  return respond(405, 'Only POST is allowed here.', [], { allow: 'POST' })
}

/** Returns the body of the answer for a problem, for answers that are not made by a route. */
export function problemText({ status, message, faults }: ApiProblem): string {
  return bodyOf(status, message, faults)
}

function bodyOf(status: keyof typeof TITLES, detail: string, faults: readonly BadParameter[]): string {
  return `${JSON.stringify({ type: 'about:blank', title: TITLES[status], status, detail, faults })}\n`
}

function respond(
  status: keyof typeof TITLES,
  detail: string,
  faults: readonly BadParameter[],
  headers: Record<string, string> = {},
): Response {
  return new Response(bodyOf(status, detail, faults), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': NEVER, ...headers },
  })
}
