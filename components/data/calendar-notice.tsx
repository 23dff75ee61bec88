import type { View } from '@/lib/address/view'
import { getMissingClosures } from '@/lib/calendar/get-missing-closures'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { translatorFor } from '@/lib/messages/translate'
import { FindingsStrip } from './findings-strip'

interface CalendarNoticeProps {
  view: View
  /** Years of the page's windows whose closures are not known. */
  provisionalYears?: string[]
}

/** Shows that the trading days of a page are provisional, and that closures are missing and how to load them. */
export async function CalendarNotice({ view, provisionalYears = [] }: CalendarNoticeProps) {
  const t = translatorFor(view.locale)
  const markets = view.closuresOf === undefined ? [] : await namesOf(view, view.closuresOf)
  if (provisionalYears.length === 0 && markets.length === 0) return null
  return (
    <FindingsStrip className="mb-3" data-calendar="provisional">
      {provisionalYears.length > 0 && (
        <p>{t('quality.provisional', { years: provisionalYears.join(t('keyPoints.comma')) })}</p>
      )}
      {markets.length > 0 && (
        <p>
          {t('quality.closuresMissing', { year: view.closuresOf ?? '', markets: markets.join(t('keyPoints.comma')) })}{' '}
          <code className="whitespace-nowrap">{t('quality.closuresCommand')}</code>
        </p>
      )}
    </FindingsStrip>
  )
}

/** Returns the names of the markets whose closures of a year are missing. */
async function namesOf(view: View, year: string): Promise<string[]> {
  const [codes, { markets }] = await Promise.all([getMissingClosures({ ...view, year }), getLocalisedCatalogue(view)])
  return markets.filter(({ code }) => codes.includes(code)).map(({ name }) => name)
}
