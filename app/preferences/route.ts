import { NextResponse } from 'next/server'
import { z } from 'zod'
import { COLOURS, THEMES } from '@/lib/base/appearance'

const preference = z.discriminatedUnion('name', [
  z.object({ name: z.literal('theme'), choice: z.enum(THEMES) }),
  z.object({ name: z.literal('colours'), choice: z.enum(COLOURS) }),
])

const YEAR_S = 365 * 24 * 3600

/** Stores a choice in a cookie and redirects to the page where it was made. */
export async function POST(request: Request): Promise<NextResponse> {
  const form = await request.formData().catch(() => null)
  const parsed = preference.safeParse(form && Object.fromEntries(form))
  if (!parsed.success)
    return new NextResponse('name must be theme or colours, choice one of its values\n', { status: 400 })
  const response = new NextResponse(null, { status: 303, headers: { location: pathOfReferer(request) } })
  response.cookies.set(parsed.data.name, parsed.data.choice, { path: '/', sameSite: 'lax', maxAge: YEAR_S })
  return response
}

/** Returns only the path of the referring page, so that the redirect never leads to another site. */
function pathOfReferer(request: Request): string {
  const referer = request.headers.get('referer')
  const host = request.headers.get('host')
  if (referer === null || !URL.canParse(referer)) return '/'
  const { host: refererHost, pathname, search } = new URL(referer)
  return refererHost === host && !pathname.startsWith('//') ? `${pathname}${search}` : '/'
}
