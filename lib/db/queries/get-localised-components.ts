import type { Locale } from '@/lib/base/locale'
import type { EntryRow } from '@/lib/catalogue/catalogue-entry'
import { type Localised, localise } from '@/lib/catalogue/localise'
import { getComponents } from './get-components'

/** The name of a component of contributions, or of a group of them, in the reader's language. */
export type Component = Localised<EntryRow<'component'>>

/** Returns the names of components as of a data version in one language, in the order of `getComponents`. */
export async function getLocalisedComponents({
  version,
  locale,
}: {
  version: number
  locale: Locale
}): Promise<Component[]> {
  return (await getComponents({ version })).map((entry) => localise(entry, locale))
}
