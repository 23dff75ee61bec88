/** What all forms of accounts share: who may send them, and an answer that leads on to a page. */
import { z } from 'zod'
import { LOCALES, type Locale, localePrefix } from '@/lib/base/locale'
import { readEnv } from '@/lib/db/env'
import { NEVER } from '@/lib/http/caching'
import { plainText } from '@/lib/http/plain-text'
import { ApiProblem } from '@/lib/http/problem'
import { readBody } from '@/lib/http/read-body'
import { type Actor, clientAddress } from '../audit/actor'
import { includesRole, type Reader, type Role, readerOf } from '../reader'
import { isSameOrigin } from './is-same-origin'

const BYTES_MAX = 16 * 1024

export interface Form {
  /** By name; `scopes` may have several. */
  fields: Record<string, unknown>
  headers: Headers
  /** Network address of the sender; null when it is unknown. */
  address: string | null
  /** Returns the address of a page in the language of the form. */
  pageOf: (path: string) => string
}

export interface PersonForm extends Form {
  reader: Reader
  actor: Actor & { id: string }
}

/** Where to go on, and lines of Set-Cookie. */
export interface FormAnswer {
  to: string
  cookies?: string[]
}

/**
 * Answers a form that anybody may send: 303, or a short text about what is wrong. There are none with AUTH=off.
 * @param needsOrigin whether a page of this server must have sent it; what names a secret in its address need not say so
 */
export async function answerForm(
  request: Request,
  run: (form: Form) => Promise<FormAnswer>,
  needsOrigin = true,
): Promise<Response> {
  try {
    if (readEnv(process.env).AUTH === 'off') return plainText(404, 'there are no accounts here: AUTH is off')
    if (needsOrigin && !isSameOrigin(request.headers))
      return plainText(403, 'this form was not sent by a page of this server')
    return seeOther(await run(await readForm(request)))
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    return plainText(error.status, error.message)
  }
}

/** Answers a form of somebody who is signed in and has at least this role. A token sends no forms. */
export function answerPersonForm(
  request: Request,
  least: Role,
  run: (form: PersonForm) => Promise<FormAnswer>,
): Promise<Response> {
  return answerForm(request, async (form) => {
    const reader = await readerOf(Object.fromEntries(form.headers))
    if (reader?.kind !== 'person' || reader.id === null) return { to: form.pageOf('/sign-in') }
    if (!includesRole(reader.role, least)) throw new ApiProblem(403, 'your role may not do this')
    return run({ ...form, reader, actor: { kind: 'person', id: reader.id, address: form.address } })
  })
}

const locale = z.enum(LOCALES).catch(LOCALES[0])

async function readForm(request: Request): Promise<Form> {
  const body = await readBody(request, { what: 'a form', bytesMax: BYTES_MAX })
  const type = request.headers.get('content-type') ?? ''
  const sent = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null)
  if (sent === null) throw new ApiProblem(400, 'the body is not a form')
  const fields = { ...Object.fromEntries(sent), scopes: sent.getAll('scopes') }
  const language: Locale = locale.parse(sent.get('lang'))
  return {
    fields,
    headers: request.headers,
    address: clientAddress(request.headers),
    pageOf: (path) => `${localePrefix(language)}${path}`,
  }
}

function seeOther({ to, cookies = [] }: FormAnswer): Response {
  const headers = new Headers({ location: to, 'cache-control': NEVER })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}
