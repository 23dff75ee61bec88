/** What a script asks about passkeys, in JSON: without a response it gets the question for the browser. */
import { z } from 'zod'
import { LOCALES, localePrefix } from '@/lib/base/locale'
import { readEnv } from '@/lib/db/env'
import { NEVER } from '@/lib/http/caching'
import { plainText } from '@/lib/http/plain-text'
import { ApiProblem } from '@/lib/http/problem'
import { readBody } from '@/lib/http/read-body'
import { clientAddress } from '../audit/actor'
import { readerOf } from '../reader'
import {
  addPasskey,
  askForPasskey,
  askToSignIn,
  newPasskeyResponse,
  type PasskeyQuestion,
  passkeyResponse,
  signInByPasskey,
} from '../second-factor/passkeys'
import { passkeyName } from './answer-second-factor'
import { isSameOrigin } from './is-same-origin'
import { safePath } from './safe-path'

const BYTES_MAX = 64 * 1024

const lang = z.enum(LOCALES)
const registration = z.object({ lang, name: passkeyName, response: newPasskeyResponse.optional() })
const authentication = z.object({ lang, to: z.string().max(1_000), response: passkeyResponse.optional() })

/**
 * Answers `POST /api/auth/passkey`: the question for a new passkey, or, with the browser's response, the address of the page
 * that says whether it was added.
 */
export function answerPasskey(request: Request): Promise<Response> {
  return answerScript(request, registration, async ({ lang: language, name, response }) => {
    const { headers } = request
    const reader = await readerOf(Object.fromEntries(headers))
    const pageOf = (path: string) => `${localePrefix(language)}${path}`
    if (reader?.kind !== 'person' || reader.id === null) return lead(pageOf('/sign-in'))
    if (response === undefined) {
      const asked = await askForPasskey(headers)
      return asked === null ? lead(pageOf('/account?fault=stale')) : ask(asked)
    }
    const actor = { kind: 'person', id: reader.id, address: clientAddress(headers) } as const
    const isAdded = await addPasskey(actor, { response, name }, headers)
    return lead(pageOf(`/account?${isAdded ? 'done=passkey-added' : 'fault=passkey'}`))
  })
}

/** Answers `POST /api/auth/passkey/sign-in` in the same way; who has signed in goes to the page that was asked for. */
export function answerPasskeySignIn(request: Request): Promise<Response> {
  return answerScript(request, authentication, async ({ lang: language, to: asked, response }) => {
    if (response === undefined) return ask(await askToSignIn(request.headers))
    const result = await signInByPasskey(response, request.headers)
    const to = safePath(asked)
    if (result.kind === 'signed-in') return lead(to, result.cookies)
    const fault = result.kind === 'too-many' ? result.kind : 'passkey'
    return lead(`${localePrefix(language)}/sign-in?${new URLSearchParams({ fault, to })}`)
  })
}

/** Answers a request of a script of ours, or says in a short text what is wrong. */
async function answerScript<Asked>(
  request: Request,
  schema: z.ZodType<Asked>,
  run: (asked: Asked) => Promise<Response>,
): Promise<Response> {
  try {
    if (readEnv(process.env).AUTH === 'off') return plainText(404, 'there are no accounts here: AUTH is off')
    if (!isSameOrigin(request.headers)) return plainText(403, 'this was not sent by a page of this server')
    const body = await readBody(request, { what: 'a passkey', bytesMax: BYTES_MAX })
    const { data } = schema.safeParse(jsonOf(body))
    return data === undefined ? plainText(400, 'the body is not what this address takes') : await run(data)
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    return plainText(error.status, error.message)
  }
}

function jsonOf(body: Uint8Array<ArrayBuffer>): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return null
  }
}

function ask({ options, cookies }: PasskeyQuestion): Response {
  return answer({ options }, cookies)
}

/** Lets the script go on to a page. */
function lead(to: string, cookies: string[] = []): Response {
  return answer({ to }, cookies)
}

function answer(content: object, cookies: string[]): Response {
  const headers = new Headers({ 'cache-control': NEVER })
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return Response.json(content, { headers })
}
