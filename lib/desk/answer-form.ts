/** The common part of forms that change the store in the browser: who sends them, one turn each, and where they lead. */
import { z } from 'zod'
import { actingAs, actorOf, clientAddress, LOCAL_USER } from '@/lib/access/audit/actor'
import type { LoadProblem } from '@/lib/address/parameters/load-parameters'
import { CONVENTIONS } from '@/lib/base/convention'
import { LOCALES, localePrefix } from '@/lib/base/locale'
import { plainText } from '@/lib/http/plain-text'
import { readBody } from '@/lib/http/read-body'
import { inTurn } from '@/lib/import/http/answer-with-token'
import { logWarning } from '@/lib/log/log'
import { FormProblem, PROBLEM_STATUS, problemOf } from './form-problem'
import { isFromOwnPage } from './same-origin'
import { type Loader, whoMayLoad } from './who-may-load'

/** A form of two hundred named columns has far less. */
const FIELDS_BYTES_MAX = 256 * 1024

/** How the page of the form is shown. The form's address says it, since a body may be too large to be read. */
const pageSchema = z.object({
  locale: z.enum(LOCALES).default('zh'),
  convention: z.enum(CONVENTIONS).default('arithmetic'),
})

export type FormPage = z.output<typeof pageSchema>

interface Form {
  /** What one request at a time may change; null when that does not matter. */
  key: string | null
  /** Carries the form out, and returns the path of the page that shows what was done, such as `/data/12`. */
  carryOut: (loader: Loader, page: FormPage) => Promise<string>
  /** Returns the path of the page that says what went wrong. */
  pathOf: (problem: LoadProblem) => string
}

/**
 * Answers a form: 303 to the page that shows what was done or what went wrong; for a script, which accepts JSON, the same
 * address as `{"to": …}`, with the status of the problem. A form from another site, or from somebody who may not load, is
 * refused before its body is read.
 */
export async function answerForm(request: Request, { key, carryOut, pathOf }: Form): Promise<Response> {
  if (!isFromOwnPage(request)) return plainText(403, 'This form can be sent from a page of this server alone.')
  const loader = whoMayLoad(request.headers.get('x-forwarded-for'))
  if (loader === null) return plainText(403, 'Nobody may load files in the browser on this server.')
  const page = pageSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams)).data
  if (page === undefined) return plainText(400, 'The address of the form has a wrong parameter.')
  const answer = (path: string, status: number) => lead(request, `${localePrefix(page.locale)}${path}`, status)
  try {
    const run = () => inTurn(key, () => carryOut(loader, page))
    return answer(await asLoader(loader, request, run), 200)
  } catch (error) {
    const problem = problemOf(error)
    if (problem === null) logWarning('A form could not be carried out', error)
    return answer(pathOf(problem ?? 'failed'), PROBLEM_STATUS[problem ?? 'failed'])
  }
}

/** Lets the audit record who has signed in; without accounts it records the user of this machine. */
export function asLoader<Result>(
  { reader }: Loader,
  { headers }: Request,
  run: () => Promise<Result>,
): Promise<Result> {
  return actingAs(reader === null ? LOCAL_USER : actorOf(reader, clientAddress(headers)), run)
}

function lead(request: Request, to: string, status: number): Response {
  const headers = { 'cache-control': 'no-store' }
  const isScript = request.headers.get('accept')?.includes('application/json') ?? false
  if (isScript) return Response.json({ to }, { status, headers })
  return new Response(null, { status: 303, headers: { ...headers, location: to } })
}

/** Reads the fields of a form without files. Throws an ApiProblem, or a FormProblem when it is not a form. */
export async function readFields(request: Request): Promise<FormData> {
  const body = await readBody(request, { what: 'a form', bytesMax: FIELDS_BYTES_MAX })
  const type = request.headers.get('content-type') ?? ''
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null)
  if (form === null) throw new FormProblem('bad-form')
  return form
}

/** Returns the text of a field; empty when it is absent or a file. */
export function fieldOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
