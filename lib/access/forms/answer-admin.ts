import { z } from 'zod'
import { changeRole, endAccess, erasePerson, type PersonFault, resetSecondFactor } from '../people/change-person'
import { codeList, invitationOrder } from '../people/invitation-order'
import { invite, revokeInvitation } from '../people/invite'
import { ROLES } from '../reader'
import { revokeToken } from '../tokens/make-token'
import { answerPersonForm, type FormAnswer, type PersonForm } from './answer-form'
import { onceCookie } from './once-cookie'

const order = z.discriminatedUnion('action', [
  invitationOrder.extend({ action: z.literal('invite') }),
  z.object({ action: z.literal('revoke-invitation'), id: z.string() }),
  z.object({
    action: z.literal('role'),
    id: z.string(),
    role: z.enum(ROLES),
    markets: codeList,
    series: codeList,
  }),
  z.object({ action: z.literal('reset-second-factor'), id: z.string() }),
  z.object({ action: z.literal('end-access'), id: z.string() }),
  z.object({ action: z.literal('erase'), id: z.string() }),
  z.object({ action: z.literal('revoke-token'), id: z.string() }),
])

/** Answers the forms of `/admin`. */
export function answerAdmin(request: Request): Promise<Response> {
  return answerPersonForm(request, 'admin', async (form) => {
    const { data } = order.safeParse(form.fields)
    return data === undefined ? back(form, { fault: 'form' }) : carryOut(data, form)
  })
}

async function carryOut(asked: z.output<typeof order>, form: PersonForm): Promise<FormAnswer> {
  const { actor } = form
  switch (asked.action) {
    case 'invite': {
      const { path } = await invite(asked, actor)
      const cookie = onceCookie({ kind: 'invitation', text: form.pageOf(path), label: asked.email })
      return { ...back(form, { done: 'invited' }), cookies: [cookie] }
    }
    case 'revoke-invitation':
      return back(form, (await revokeInvitation(asked.id, actor)) ? { done: 'revoked' } : { fault: 'gone' })
    case 'role': {
      const { id, role, markets, series } = asked
      return afterChange(form, 'role', await changeRole({ id, role, grants: { markets, series } }, actor))
    }
    case 'reset-second-factor':
      return afterChange(form, 'second-factor-reset', await resetSecondFactor(asked.id, actor))
    case 'end-access':
      return afterChange(form, 'ended', await endAccess(asked.id, actor))
    case 'erase':
      return afterChange(form, 'erased', await erasePerson(asked.id, actor))
    case 'revoke-token':
      return back(form, (await revokeToken(asked.id, null, actor)) ? { done: 'revoked' } : { fault: 'gone' })
  }
}

const FAULTS = { unknown: 'gone', none: 'no-second-factor', 'last-admin': 'last-admin' } as const

function afterChange(form: PersonForm, done: string, fault: PersonFault | 'none' | null): FormAnswer {
  return back(form, fault === null ? { done } : { fault: FAULTS[fault] })
}

function back({ pageOf }: PersonForm, parameters: Record<string, string>): FormAnswer {
  return { to: pageOf(`/admin?${new URLSearchParams(parameters)}`) }
}
