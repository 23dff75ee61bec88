import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Locale } from '@/lib/base/locale'
import type { EntryRow } from '@/lib/catalogue/catalogue-entry'
import { type Localised, localise } from '@/lib/catalogue/localise'
import { type Catalogue, getCatalogue } from './get-catalogue'

/** An entry that also has its name in the other language. */
type Series<Kind extends 'factor' | 'portfolio'> = Localised<EntryRow<Kind>> & { otherName: string }

/** Fields as in the schema, texts in the reader's language; dates are ISO dates. */
export interface LocalisedCatalogue {
  markets: Localised<EntryRow<'market'>>[]
  families: Localised<EntryRow<'family'>>[]
  factors: Series<'factor'>[]
  portfolios: Series<'portfolio'>[]
  indices: Localised<EntryRow<'market_index'>>[]
}

/**
 * Returns the catalogue as of a data version in one language, in the order of `getCatalogue`. Kept as long as that catalogue
 * is, so it must not be changed.
 */
export async function getLocalisedCatalogue({
  version,
  locale,
}: {
  version: number
  locale: Locale
}): Promise<LocalisedCatalogue> {
  const catalogue = await getCatalogue({ version })
  const languages = kept.get(catalogue) ?? new Map<Locale, Promise<LocalisedCatalogue>>()
  kept.set(catalogue, languages)
  const localised = languages.get(locale) ?? localisedInTurns(catalogue, locale)
  languages.set(locale, localised)
  return localised
}

const kept = new WeakMap<Catalogue, Map<Locale, Promise<LocalisedCatalogue>>>()

async function localisedInTurns(catalogue: Catalogue, locale: Locale): Promise<LocalisedCatalogue> {
  const factors: LocalisedCatalogue['factors'] = []
  for (let from = 0; from < catalogue.factors.length; from += TURN_ENTRIES) {
    if (from > 0) await nextTurn()
    const part = { ...NOTHING, factors: catalogue.factors.slice(from, from + TURN_ENTRIES) }
    factors.push(...localisedCatalogue(part, locale).factors)
  }
  return { ...localisedCatalogue({ ...catalogue, factors: [] }, locale), factors }
}

const NOTHING: Catalogue = { markets: [], families: [], factors: [], portfolios: [], indices: [] }
/** After this number of factors, other requests are answered. */
const TURN_ENTRIES = 200

/** Returns a catalogue with its texts in one language. */
export function localisedCatalogue(
  { markets, families, factors, portfolios, indices }: Catalogue,
  locale: Locale,
): LocalisedCatalogue {
  const series = <Entry extends { nameZh: string; nameEn: string }>(entry: Entry) => ({
    ...localise(entry, locale),
    otherName: locale === 'zh' ? entry.nameEn : entry.nameZh,
  })
  return {
    markets: markets.map((entry) => localise(entry, locale)),
    families: families.map((entry) => localise(entry, locale)),
    factors: factors.map(series),
    portfolios: portfolios.map(series),
    indices: indices.map((entry) => localise(entry, locale)),
  }
}
