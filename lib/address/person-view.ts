import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { includesRole, type Reader, type Role, readerOf } from '@/lib/access/reader'
import { readEnv } from '@/lib/db/env'
import { pageView } from './page-view'
import { pathWith } from './parameters/packed'
import { addressOf, type View } from './view'

/** What a page about accounts is made from, besides its query. */
export interface PersonView {
  view: View
  /** Who is signed in. */
  person: Reader & { id: string }
  /** Headers of the request. */
  asked: Headers
}

/** Returns the view of a page about accounts, with the reader; without AUTH there is no such page. */
export async function accountsView(
  params: Promise<{ locale: string; view: string }>,
): Promise<{ view: View; reader: Reader | null; asked: Headers }> {
  const view = await pageView(params)
  if (readEnv(process.env).AUTH === 'off') notFound()
  const asked = await headers()
  return { view, reader: await readerOf(Object.fromEntries(asked)), asked }
}

/**
 * Returns the view of a page for people with at least this role. Whoever is not signed in goes to the page for it; for a
 * lesser role there is nothing here.
 * @param path of the page, to which signing in leads back
 */
export async function personView(
  params: Promise<{ locale: string; view: string }>,
  path: string,
  least: Role,
): Promise<PersonView> {
  const { view, reader, asked } = await accountsView(params)
  const { id } = reader ?? { id: null }
  if (reader?.kind !== 'person' || id === null) {
    return redirect(addressOf(pathWith('/sign-in', { to: addressOf(path, view) }), view))
  }
  if (!includesRole(reader.role, least)) notFound()
  return { view, person: { ...reader, id }, asked }
}

/** Returns scheme and host under which the reader reaches this server. */
export function originOf(asked: Headers): string {
  const { PUBLIC_URL } = readEnv(process.env)
  return PUBLIC_URL ?? `${asked.get('x-forwarded-proto') ?? 'http'}://${asked.get('host')}`
}
