import type { Locale } from '@/lib/base/locale'
import { getMissingClosures } from '@/lib/calendar/get-missing-closures'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'

interface Asked {
  version: number
  stamp: string
  year: string
  locale: Locale
}

/** Returns the names of the markets whose closures of a year are missing as of a data version. */
export async function getUnplannedMarkets(asked: Asked): Promise<string[]> {
  const [codes, { markets }] = await Promise.all([getMissingClosures(asked), getLocalisedCatalogue(asked)])
  return markets.filter(({ code }) => codes.includes(code)).map(({ name }) => name)
}
