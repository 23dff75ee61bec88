import { z } from 'zod'
import {
  beginCodes,
  type CodesChange,
  type CodesFault,
  cancelCodes,
  confirmCodes,
  endCodes,
  renewBackupCodes,
} from '../second-factor/codes'
import { removePasskey, renamePasskey } from '../second-factor/passkeys'
import { answerPersonForm, type FormAnswer, type PersonForm } from './answer-form'
import { onceCookie } from './once-cookie'

const password = z.string().max(1_000)
/** The name of a passkey. */
export const passkeyName = z.string().trim().min(1).max(60)

const order = z.discriminatedUnion('action', [
  z.object({ action: z.literal('begin-codes'), password }),
  z.object({ action: z.literal('cancel-codes') }),
  z.object({ action: z.literal('confirm-codes'), code: z.string().max(50) }),
  z.object({ action: z.literal('renew-codes'), password }),
  z.object({ action: z.literal('end-codes'), password }),
  z.object({ action: z.literal('rename-passkey'), id: z.string(), name: passkeyName }),
  z.object({ action: z.literal('remove-passkey'), id: z.string() }),
])

/** Answers the forms of `/account` about the second factor of the person who is signed in. */
export function answerSecondFactor(request: Request): Promise<Response> {
  return answerPersonForm(request, 'client', async (form) => {
    const { data } = order.safeParse(form.fields)
    return data === undefined ? back(form, { fault: 'form' }) : carryOut(data, form)
  })
}

async function carryOut(asked: z.output<typeof order>, form: PersonForm): Promise<FormAnswer> {
  const { actor, headers } = form
  const either = (isDone: boolean, done: string) => back(form, isDone ? { done } : { fault: 'gone' })
  switch (asked.action) {
    case 'begin-codes': {
      const fault = await beginCodes(actor, asked.password, headers)
      // The code to scan is far below the head of the page.
      return fault === null ? { to: form.pageOf('/account?done=codes-begun#own-codes') } : back(form, { fault })
    }
    case 'cancel-codes':
      return either(await cancelCodes(actor), 'codes-cancelled')
    case 'confirm-codes':
      return afterChange(form, 'codes-on', await confirmCodes(actor, asked.code, headers))
    case 'renew-codes':
      return afterChange(form, 'codes-made', await renewBackupCodes(actor, asked.password, headers))
    case 'end-codes':
      return afterChange(form, 'codes-off', await endCodes(actor, asked.password, headers))
    case 'rename-passkey':
      return either(await renamePasskey(actor, asked.id, asked.name), 'passkey-renamed')
    case 'remove-passkey':
      return either(await removePasskey(actor, asked.id), 'passkey-removed')
  }
}

/** Leads back to the account, with the cookies of a new session and the backup codes that are shown once. */
function afterChange(form: PersonForm, done: string, change: CodesFault | CodesChange): FormAnswer {
  if (typeof change === 'string') return back(form, { fault: change })
  const { cookies, backupCodes } = change
  const once = { kind: 'backup-codes', text: backupCodes.join('\n'), label: '' } as const
  return { ...back(form, { done }), cookies: backupCodes.length === 0 ? cookies : [...cookies, onceCookie(once)] }
}

function back({ pageOf }: PersonForm, parameters: Record<string, string>): FormAnswer {
  return { to: pageOf(`/account?${new URLSearchParams(parameters)}`) }
}
