import { addressOf, readView, type View, viewSegment } from '@/lib/address/view'
import { isIsoDate } from '@/lib/base/dates'
import { localePrefix, splitLocale } from '@/lib/base/locale'
import { today } from '@/lib/base/today'
import { getMissingClosures } from '@/lib/calendar/get-missing-closures'
import { wantedYear } from '@/lib/calendar/missing-closures'
import { stampOf } from '@/lib/db/latest-version'
import { aliasesInScope } from '@/lib/db/queries/scope/aliases-in-scope'
import { currentScope } from '@/lib/scope/current-scope'
import { ALL, scopeHash } from '@/lib/scope/read-scope'
import { findFault } from './parameter-fault'
import { readParameters } from './parameters/of-page'
import type { PageParameters } from './parameters/packed'
import { isPlainPath, PROBLEM_PATH } from './parameters/problem-parameters'
import type { PreferenceCookies } from './preferences'
import { newestReadableAt } from './readable-version'
import { renamedAddress } from './renamed-address'

/** A request for a page or for a download of a week or series. */
export interface PageRequest {
  /** Path of its address, encoded: "/en/factors". */
  pathname: string
  /** Query of its address, with the question mark; empty without parameters. */
  search: string
  cookies: PreferenceCookies
}

/** What an address leads to: the packed path of a page with its status, or another address. */
type Packed =
  | { kind: 'page'; path: string; status: 200 | 400 | 403 | 404 }
  | { kind: 'moved'; address: string }
  | { kind: 'other-address'; address: string }

/**
 * Packs language, data version, convention, tables, theme, colours, the reader's scope and the parameters of a page into its path, such
 * as "/en/v12.5f3a9c1e-arithmetic-family-auto-red/factors", of which the page is a pure function. `moved` is the address of a
 * series that was renamed. Throws when the store has never answered.
 */
export async function packPath({ pathname, search, cookies }: PageRequest): Promise<Packed> {
  const { locale, path } = splitLocale(pathname)
  const moved = renamedAddress({ path, search }, await aliasesInScope())
  if (moved !== null) return { kind: 'moved', address: `${localePrefix(locale)}${moved.path}${moved.search}` }
  const asked = new URLSearchParams(search)
  const { id: latest, editions } = await newestReadableAt(path, asked.get('market') ?? undefined)
  const view = readView({ locale, latest, search: asked, cookies })
  const parameters = readParameters(path, asked)
  const wanted = asked.get('date')
  if (view && path === '/weeks' && wanted !== null && isIsoDate(wanted)) {
    return { kind: 'other-address', address: addressOf(`/weeks/${wanted}`, view) }
  }
  const shown = view ?? readView({ locale, latest, search: new URLSearchParams(), cookies }) ?? never()
  const stamp = await stampOf(shown.version)
  const closures = await missingClosures(shown, stamp)
  const hash = scopeHash(currentScope())
  const scope = hash === ALL ? {} : { scope: hash }
  const whole = { ...shown, stamp, ...closures, ...(editions !== null && { editions }), ...scope }
  const packed = (own: PageParameters) => viewSegment({ ...whole, parameters: own })
  if (view && parameters) {
    const problem = parameters.refused === undefined ? 404 : 403
    return {
      kind: 'page',
      path: `/${locale}/${packed(parameters)}${path}`,
      status: path === PROBLEM_PATH ? problem : 200,
    }
  }
  const fault = findFault({ path, search: asked, latest }) ?? never()
  const segment = packed({ page: isPlainPath(path) ? path : '/', ...fault })
  return { kind: 'page', path: `/${locale}/${segment}${PROBLEM_PATH}`, status: 400 }
}

/**
 * Returns the year whose closures are missing today, for pages of the newest version: a part of the path, since a page
 * must not depend on the time at which it is made.
 */
async function missingClosures({ version, isPinned }: Pick<View, 'version' | 'isPinned'>, stamp: string) {
  if (isPinned || version === 0) return {}
  const closuresOf = wantedYear(today())
  return (await getMissingClosures({ version, stamp, year: closuresOf })).length > 0 ? { closuresOf } : {}
}

function never(): never {
  throw new TypeError('an address without parameters has a view, and any other without one has a fault')
}
