import { z } from 'zod'
import { changeName, changePassword } from '../people/change-own'
import { TOKEN_SCOPES } from '../reader'
import { endOneSession, signOutEverywhere } from '../sessions/sign-out'
import { makeToken, revokeToken, scopesFor } from '../tokens/make-token'
import { answerPersonForm, type FormAnswer, type PersonForm } from './answer-form'
import { onceCookie } from './once-cookie'

/** Days for which a token can be made. */
export const TOKEN_DAYS = [30, 90, 365] as const

const order = z.discriminatedUnion('action', [
  z.object({ action: z.literal('name'), name: z.string().trim().min(1).max(100) }),
  z.object({ action: z.literal('password'), before: z.string().max(1_000), after: z.string().max(1_000) }),
  z.object({ action: z.literal('end-session'), id: z.string() }),
  z.object({ action: z.literal('sign-out-everywhere') }),
  z.object({
    action: z.literal('make-token'),
    name: z.string().trim().min(1).max(60),
    scopes: z.array(z.enum(TOKEN_SCOPES)).min(1),
    days: z.coerce.number().pipe(z.literal(TOKEN_DAYS)),
  }),
  z.object({ action: z.literal('revoke-token'), id: z.string() }),
])

/** Answers the forms of `/account`, which concern the person who is signed in alone. */
export function answerAccount(request: Request): Promise<Response> {
  return answerPersonForm(request, 'client', async (form) => {
    const { data } = order.safeParse(form.fields)
    return data === undefined ? back(form, { fault: 'form' }) : carryOut(data, form)
  })
}

async function carryOut(asked: z.output<typeof order>, form: PersonForm): Promise<FormAnswer> {
  const { actor, reader, pageOf } = form
  switch (asked.action) {
    case 'name':
      await changeName(actor, asked.name)
      return back(form, { done: 'name' })
    case 'password': {
      const fault = await changePassword(actor, asked)
      return fault === null ? { to: pageOf('/sign-in?done=password-changed') } : back(form, { fault })
    }
    case 'end-session':
      return back(form, (await endOneSession(actor, asked.id)) ? { done: 'session' } : { fault: 'gone' })
    case 'sign-out-everywhere':
      return { to: pageOf('/sign-in?done=signed-out'), cookies: await signOutEverywhere(actor) }
    case 'make-token': {
      const allowed = scopesFor(reader.role)
      if (!asked.scopes.every((scope) => allowed.includes(scope))) return back(form, { fault: 'scope' })
      const { token } = await makeToken(asked, actor)
      const cookie = onceCookie({ kind: 'token', text: token, label: asked.name })
      return { ...back(form, { done: 'token' }), cookies: [cookie] }
    }
    case 'revoke-token':
      return back(form, (await revokeToken(asked.id, actor.id, actor)) ? { done: 'revoked' } : { fault: 'gone' })
  }
}

function back({ pageOf }: PersonForm, parameters: Record<string, string>): FormAnswer {
  return { to: pageOf(`/account?${new URLSearchParams(parameters)}`) }
}
