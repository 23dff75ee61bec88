import { z } from 'zod'
import { acceptInvitation } from '../people/accept-invitation'
import { countAttempt } from '../sessions/attempt-limits'
import { takeSecondStep } from '../sessions/second-step'
import { type SignIn, signIn } from '../sessions/sign-in'
import { signOut } from '../sessions/sign-out'
import { answerForm, answerPersonForm, type Form, type FormAnswer } from './answer-form'
import { safePath } from './safe-path'

const MINUTE_S = 60

const credentials = z.object({ email: z.string().max(254), password: z.string().max(1_000), to: z.string().optional() })

/** Answers the form of `/sign-in`: leads to the page that was asked for, or back with a fault. */
export function answerSignIn(request: Request): Promise<Response> {
  return answerForm(request, async (form) => {
    const { data } = credentials.safeParse(form.fields)
    const to = safePath(data?.to)
    if (data === undefined) return back(form, { fault: 'refused', to })
    const { email, password } = data
    const result = await signIn({ email, password, headers: form.headers })
    if (result.kind === 'signed-in') return { to, cookies: result.cookies }
    if (result.kind === 'second-step') return toSecondStep(form, to, result)
    return back(form, { fault: result.kind, ...waitOf(result), to })
  })
}

function toSecondStep({ pageOf }: Form, to: string, { cookies }: SignIn & { kind: 'second-step' }): FormAnswer {
  return { to: pageOf(`/sign-in/code?${new URLSearchParams({ to })}`), cookies }
}

function waitOf(result: { kind: string } | { kind: 'too-many'; retryAfterS: number }): { wait?: string } {
  return 'retryAfterS' in result ? { wait: String(Math.ceil(result.retryAfterS / MINUTE_S)) } : {}
}

const codeForm = z.object({ code: z.string().max(50), to: z.string().optional() })

/** Answers the form of `/sign-in/code`: leads to the page that was asked for, or back with a fault. */
export function answerSecondStep(request: Request): Promise<Response> {
  return answerForm(request, async (form) => {
    const { data } = codeForm.safeParse(form.fields)
    const to = safePath(data?.to)
    const result = await takeSecondStep(data?.code ?? '', form.headers)
    if (result.kind === 'signed-in') return { to, cookies: result.cookies }
    if (result.kind === 'expired') return back(form, { fault: 'expired', to })
    const fault = result.kind === 'refused' ? 'code' : result.kind
    return { to: form.pageOf(`/sign-in/code?${new URLSearchParams({ fault, ...waitOf(result), to })}`) }
  })
}

function back({ pageOf }: Form, parameters: Record<string, string>): FormAnswer {
  return { to: pageOf(`/sign-in?${new URLSearchParams(parameters)}`) }
}

const acceptance = z.object({
  token: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  password: z.string().max(1_000),
})

/** Answers the form of an invitation: makes the account and signs in, or leads back with a fault. */
export function answerInvitation(request: Request): Promise<Response> {
  return answerForm(request, async (form) => {
    const { data } = acceptance.safeParse(form.fields)
    if (data === undefined) return { to: form.pageOf('/sign-in/invitation') }
    const { token, name, password } = data
    const backTo = (fault: string) => ({
      to: form.pageOf(`/sign-in/invitation?${new URLSearchParams({ token, fault })}`),
    })
    if ((await countAttempt({ address: form.address, account: token })) !== null) return backTo('too-many')
    const result = await acceptInvitation({ secret: token, name, password, address: form.address })
    if (result.kind === 'fault') return backTo(result.fault)
    if (result.kind === 'gone') return { to: form.pageOf('/sign-in/invitation') }
    const signedIn = await signIn({ email: result.email, password, headers: form.headers })
    if (signedIn.kind === 'second-step') return toSecondStep(form, form.pageOf('/account'), signedIn)
    return signedIn.kind === 'signed-in'
      ? { to: form.pageOf('/account'), cookies: signedIn.cookies }
      : { to: form.pageOf('/sign-in') }
  })
}

/** Answers the button that ends this session. */
export function answerSignOut(request: Request): Promise<Response> {
  return answerPersonForm(request, 'client', async ({ actor, headers, pageOf }) => ({
    to: pageOf('/sign-in?done=signed-out'),
    cookies: await signOut(actor, headers),
  }))
}
