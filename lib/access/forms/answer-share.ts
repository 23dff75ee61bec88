import { z } from 'zod'
import { isOneOf } from '@/lib/base/is-one-of'
import { LOCALES, localePrefix } from '@/lib/base/locale'
import { readEnv } from '@/lib/db/env'
import { NEVER } from '@/lib/http/caching'
import { plainText } from '@/lib/http/plain-text'
import { clientAddress } from '../audit/actor'
import { findShareReader } from '../shares/find-share'
import { openShare } from '../shares/open-share'
import { closedShareCookie } from '../shares/share-cookie'
import { findShare } from '../shares/share-state'
import { sharedPage } from '../shares/shared-address'
import { answerForm, type Form, type FormAnswer } from './answer-form'

const MINUTE_S = 60
const fields = z.object({ password: z.string().max(1_000).nullable().default(null) })

/** Answers `GET /api/auth/s/TOKEN?lang=…`: opens a link that asks for nothing, and leads back to the page of any other. */
export async function answerShareLink(request: Request, token: string): Promise<Response> {
  if (readEnv(process.env).AUTH === 'off') return plainText(404, 'there are no share links here: AUTH is off')
  const lang = new URL(request.url).searchParams.get('lang')
  const pageOf = (path: string) => `${isOneOf(LOCALES, lang) ? localePrefix(lang) : ''}${path}`
  const link = await findShare(token)
  // Programs that look whether a link works send HEAD.
  const isFree = request.method === 'GET' && link?.state === 'open' && !link.needsPassword && !link.hasLimit
  const { to, cookies = [] } = isFree
    ? await opened({ pageOf, address: clientAddress(request.headers) }, token, null)
    : { to: pageOf(`/s/${token}`) }
  const headers = new Headers({ location: to, 'cache-control': NEVER })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

/** Answers the form of a link with a password or a limit: leads to what it shows, or back with a fault. */
export function answerShareForm(request: Request, token: string): Promise<Response> {
  const run = (form: Form) => opened(form, token, fields.safeParse(form.fields).data?.password ?? null)
  return answerForm(request, run, false)
}

/** Answers the button that closes a link in this browser. */
export function answerShareClosed(request: Request): Promise<Response> {
  return answerForm(request, async ({ pageOf }) => ({ to: pageOf('/'), cookies: [closedShareCookie()] }), false)
}

async function opened(
  { pageOf, address }: Pick<Form, 'pageOf' | 'address'>,
  token: string,
  password: string | null,
): Promise<FormAnswer> {
  const result = await openShare({ token, password, address })
  const back = (parameters: Record<string, string>) => ({
    to: pageOf(`/s/${token}?${new URLSearchParams(parameters)}`),
  })
  if (result.kind === 'wrong') return back({ fault: 'share-wrong' })
  if (result.kind === 'too-many') {
    return back({ fault: 'too-many', wait: String(Math.ceil(result.retryAfterS / MINUTE_S)) })
  }
  const reader = result.kind === 'opened' ? await findShareReader(result.id) : null
  if (result.kind === 'refused' || reader?.share === undefined) return { to: pageOf(`/s/${token}`) }
  return { to: pageOf(sharedPage(reader.share)), cookies: [result.cookie] }
}
