import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { Report } from '@/lib/report/model/report'
import { To } from '../text/to'

/**
 * Shows the markets with data: the current one is highlighted, the others link to their latest week. Nothing for a
 * single market.
 */
export function MarketSwitch({ report, view }: { report: Report; view: View }) {
  if (report.markets.length < 2) return null
  const t = translatorFor(view.locale, view.window)
  const { market: _, ...usual } = view
  return (
    <span className="inline-flex flex-wrap gap-x-2.5">
      <span className="hidden full:inline">{t('week.market')}</span>
      {report.markets.map(({ code, name, isShown }, index) => (
        <To
          key={code}
          path="/"
          view={index === 0 ? usual : { ...usual, market: code }}
          aria-current={isShown ? 'true' : undefined}
          className="choice"
        >
          {name}
        </To>
      ))}
    </span>
  )
}
