import { z } from 'zod'
import { addEmbedOrigin, embedOrigin, removeEmbedOrigin } from '@/lib/access/embeds/embed-origins'
import { answerPersonForm, type FormAnswer, type PersonForm } from '@/lib/access/forms/answer-form'
import { onceCookie } from '@/lib/access/forms/once-cookie'
import {
  makeShare,
  OPENS_MAX,
  revokeShare,
  SHARE_DAYS,
  SHARE_PASSWORD_MIN,
  type ShareTarget,
} from '@/lib/access/shares/make-share'
import { ApiProblem } from '@/lib/http/problem'
import { findTarget, targetText } from './share-targets'

const order = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('share'),
    target: targetText,
    client: z.string().trim().min(1).max(60),
    days: z.coerce.number().pipe(z.literal(SHARE_DAYS)),
    password: z
      .string()
      .max(128)
      .transform((text) => (text === '' ? null : text)),
    opens: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(OPENS_MAX)]),
  }),
  z.object({ action: z.literal('revoke'), id: z.string() }),
  z.object({ action: z.literal('add-origin'), origin: z.string() }),
  z.object({ action: z.literal('remove-origin'), id: z.string() }),
])

/**
 * Answers the forms of `/admin/links`: publishers make links and revoke their own, administrators revoke any, and say which sites may
 * show embeds.
 */
export function answerLinks(request: Request): Promise<Response> {
  return answerPersonForm(request, 'publisher', async (form) => {
    const { data } = order.safeParse(form.fields)
    return data === undefined ? back(form, { fault: 'form' }) : carryOut(data, form)
  })
}

async function carryOut(asked: z.output<typeof order>, form: PersonForm): Promise<FormAnswer> {
  const { actor, reader } = form
  if (asked.action === 'revoke') {
    const isRevoked = await revokeShare(asked.id, reader.role === 'admin' ? null : actor.id, actor)
    return back(form, isRevoked ? { done: 'revoked' } : { fault: 'gone' })
  }
  if (asked.action !== 'share') return changeOrigins(asked, form)
  const { client, days, password, opens: maxOpens } = asked
  if (password !== null && [...password].length < SHARE_PASSWORD_MIN) return back(form, { fault: 'share-password' })
  const target = await findTarget(asked.target)
  if (target === null) return back(form, { fault: 'gone' })
  const { path } = await makeShare({ target, client, days, password, maxOpens }, actor)
  const embed =
    password === null && maxOpens === null ? { embed: form.pageOf(`${path}/embed/${embedded(target)}`) } : {}
  const cookie = onceCookie({ kind: 'share', text: form.pageOf(path), label: client, ...embed })
  return { ...back(form, { done: 'shared' }), cookies: [cookie] }
}

type OriginOrder = Extract<z.output<typeof order>, { action: 'add-origin' | 'remove-origin' }>

async function changeOrigins(asked: OriginOrder, form: PersonForm): Promise<FormAnswer> {
  const { actor, reader } = form
  if (reader.role !== 'admin') throw new ApiProblem(403, 'your role may not do this')
  if (asked.action === 'remove-origin') {
    const isRemoved = await removeEmbedOrigin(asked.id, actor)
    return back(form, isRemoved ? { done: 'origin-removed' } : { fault: 'gone' })
  }
  const { data: origin } = embedOrigin.safeParse(asked.origin)
  if (origin === undefined) return back(form, { fault: 'origin' })
  await addEmbedOrigin(origin, actor)
  return back(form, { done: 'origin-added' })
}

/** Returns what a frame shows of a link at first: the week's table of factors, or the relative strength of the series. */
function embedded(target: ShareTarget): string {
  return target.kind === 'edition' ? `table/${target.asOf}/1` : `chart/${target.code}/relative-strength`
}

function back({ pageOf }: PersonForm, parameters: Record<string, string>): FormAnswer {
  return { to: pageOf(`/admin/links?${new URLSearchParams(parameters)}`) }
}
