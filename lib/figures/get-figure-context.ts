import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { translatorFor } from '@/lib/messages/translate'
import type { FigureRequest } from './figure-request'
import type { FigureContext } from './kinds/figure-kind'
import { FIGURES } from './registry'

/**
 * Returns the context of a figure's texts: a comparison has the short names of its series, one series its full name.
 */
export async function getFigureContext(request: FigureRequest): Promise<FigureContext> {
  const { kind, code, version, asOf, locale, convention, terms, window } = request
  const { factors, portfolios } = await getLocalisedCatalogue({ version, locale })
  const entries = [...factors, ...portfolios]
  const { of } = FIGURES[kind].source
  const names =
    of === 'comparison' || of === 'pair'
      ? code.split(',').map((each) => entries.find((entry) => entry.code === each)?.shortName ?? each)
      : entries.filter((entry) => entry.code === code).map(({ name }) => name)
  const t = translatorFor(locale, window)
  return { asOf, locale, convention, ...(terms && { terms }), ...(window && { window }), names, t }
}
