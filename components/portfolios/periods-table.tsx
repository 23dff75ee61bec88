import type { View } from '@/lib/address/view'
import { againstNothing } from '@/lib/analysis/absolute-returns'
import type { SeriesHistory } from '@/lib/analysis/history'
import { PERIOD_NAMES, type PeriodName } from '@/lib/analysis/periods'
import { namedReturns } from '@/lib/analysis/statistics/named-returns'
import { translatorFor } from '@/lib/messages/translate'
import { RuledHead, RuledTable } from '../table/ruled-table'
import { FigureText } from '../text/figure-text'

/** A phone leaves these out. */
const ON_TABLET: readonly PeriodName[] = ['quarter', 'threeYears', 'fiveYears']

/** Shows a portfolio beside its index over the usual periods, and its excess. */
export function PeriodsTable({ history, name, view }: { history: SeriesHistory; name: string; view: View }) {
  const t = translatorFor(view.locale)
  const { code, leg, against } = history
  const rows = [
    ['portfolio', namedReturns(history, againstNothing(leg), view.convention)],
    ['index', namedReturns(history, againstNothing(against), view.convention)],
    ['excess', namedReturns(history, history, view.convention)],
  ] as const
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways needs keyboard focus
    <section className="overflow-x-auto" tabIndex={0} aria-label={t('portfolios.periodsOf', { name })}>
      <RuledTable className="row-lines w-full whitespace-nowrap">
        <RuledHead className="align-bottom">
          <tr>
            <td />
            {PERIOD_NAMES.map((period) => (
              <th key={period} scope="col" className={`whitespace-normal ${shownFrom(period)}`}>
                {t(`wall.period-${period}`)}
              </th>
            ))}
          </tr>
        </RuledHead>
        <tbody>
          {rows.map(([line, returns]) => (
            <tr key={line} className={line === 'excess' ? 'font-bold' : ''}>
              <th scope="row">{t(`portfolios.${line}`)}</th>
              {PERIOD_NAMES.map((period) => (
                <td key={period} data-cell={`${code}.${line}.${period}`} className={shownFrom(period)}>
                  <FigureText value={returns[period]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </RuledTable>
    </section>
  )
}

function shownFrom(period: PeriodName): string {
  return ON_TABLET.includes(period) ? 'max-mid:hidden' : ''
}
