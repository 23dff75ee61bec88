import type { PeriodStatistics } from '@/lib/analysis/statistics/statistics'
import type { Translator } from '@/lib/messages/translate'
import { statisticRowsOf } from '../series/statistic-rows'
import { RuledTable } from '../table/ruled-table'

/** Shows every statistic of a portfolio over the period, a row each; its page defines them. */
export function StatisticList({ statistics, t }: { statistics: PeriodStatistics; t: Translator }) {
  return (
    <RuledTable className="row-lines w-full">
      <tbody className="align-top">
        {statisticRowsOf('portfolio').map(({ name, show }) => (
          <tr key={name}>
            <th scope="row" className="whitespace-nowrap text-ink-2">
              {name === 'volatility' ? t('portfolios.column-trackingError') : t(`series.${name}`)}
            </th>
            <td data-statistic={name}>{show(statistics, t)}</td>
          </tr>
        ))}
      </tbody>
    </RuledTable>
  )
}
