import { NextResponse } from 'next/server'
import { z } from 'zod'
import { safePath } from '@/lib/access/forms/safe-path'
import { COLOURS, THEMES } from '@/lib/base/appearance'
import { PAPERS } from '@/lib/base/paper'
import { plainText } from '@/lib/http/plain-text'
import { ApiProblem } from '@/lib/http/problem'
import { readBody } from '@/lib/http/read-body'

const preference = z.discriminatedUnion('name', [
  z.object({ name: z.literal('theme'), choice: z.enum(THEMES) }),
  z.object({ name: z.literal('colours'), choice: z.enum(COLOURS) }),
  z.object({ name: z.literal('paper'), choice: z.enum(PAPERS) }),
])

const FORM_BYTES_MAX = 1024
const YEAR_S = 365 * 24 * 3600

/** Stores a choice in a cookie and redirects to the page where it was made. */
export async function POST(request: Request): Promise<Response> {
  try {
    const form = await readForm(request)
    const parsed = preference.safeParse(form)
    if (!parsed.success) return plainText(400, 'name must be theme, colours or paper, choice one of its values')
    const response = new NextResponse(null, { status: 303, headers: { location: pageAfter(form, request) } })
    response.cookies.set(parsed.data.name, parsed.data.choice, { path: '/', sameSite: 'lax', maxAge: YEAR_S })
    return response
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    return plainText(error.status, error.message)
  }
}

/** Returns the fields of a form; null when the body is not a form. */
async function readForm(request: Request): Promise<unknown> {
  const body = await readBody(request, { what: 'a form', bytesMax: FORM_BYTES_MAX })
  const type = request.headers.get('content-type') ?? ''
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null)
  return form && Object.fromEntries(form)
}

const named = z.object({ to: z.string() })

/** Returns the page to go to: that which the form names, since pages of a share link have no referrer, or else the referring one. */
function pageAfter(form: unknown, request: Request): string {
  const { data } = named.safeParse(form)
  return data === undefined ? pathOfReferer(request) : safePath(data.to)
}

/** Returns only the path of the referring page, so that the redirect never leads to another site. */
function pathOfReferer(request: Request): string {
  const referer = request.headers.get('referer')
  const host = request.headers.get('host')
  if (referer === null || !URL.canParse(referer)) return '/'
  const { host: refererHost, pathname, search } = new URL(referer)
  return refererHost === host && !pathname.startsWith('//') ? `${pathname}${search}` : '/'
}
