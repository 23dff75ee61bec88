/** For tests: answers of the product's routes and pages without a server, for the store that DATABASE_URL names. */
import type { ReactNode } from 'react'
import { prerenderToNodeStream } from 'react-dom/static'
import { readParameters } from '@/lib/address/parameters/of-page'
import { newestReadableAt } from '@/lib/address/readable-version'
import { readView, viewSegment } from '@/lib/address/view'
import type { Locale } from '@/lib/base/locale'
import { currentScope } from '@/lib/scope/current-scope'
import { ALL, scopeHash } from '@/lib/scope/read-scope'

/** Scheme and host of the addresses. */
export const ORIGIN = 'http://desk.example'

/** Returns the path segment of a page with a query such as "?market=US", as the proxy writes it for the current scope. */
export async function segmentOf(search: string, path = '/', locale: Locale = 'en'): Promise<string> {
  const query = new URLSearchParams(search)
  const { id: version, stamp, editions } = await newestReadableAt(path, query.get('market') ?? undefined)
  const view = readView({ locale, latest: version, search: query, cookies: {} })
  const parameters = readParameters(path, query)
  if (!view || !parameters) throw new Error(`${path}${search} is no address`)
  const hash = scopeHash(currentScope())
  const scope = hash === ALL ? {} : { scope: hash }
  return viewSegment({ ...view, stamp, ...(editions !== null && { editions }), ...scope, parameters })
}

/** Returns the HTML of a page. */
export async function htmlOf(page: ReactNode): Promise<string> {
  const { prelude } = await prerenderToNodeStream(page)
  const chunks: Buffer[] = []
  for await (const chunk of prelude) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

interface ApiPage {
  rows: Record<string, unknown>[]
  /** Cursor of the next page; null on the last one. */
  next: string | null
}

/** Returns the answer of the API to "weeks.json?market=US". @throws Error unless its status is 200 */
export async function readApi(address: string): Promise<ApiPage> {
  const { GET } = await import('@/app/api/v1/[...path]/route')
  const url = new URL(`${ORIGIN}/api/v1/${address}`)
  const path = url.pathname.slice('/api/v1/'.length).split('/')
  const response = await GET(new Request(url), { params: Promise.resolve({ path }) })
  if (response.status !== 200) throw new Error(`${address} has status ${response.status}: ${await response.text()}`)
  return response.json()
}
