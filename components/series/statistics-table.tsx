import type { View } from '@/lib/address/view'
import { isWindow } from '@/lib/analysis/bridge'
import type { SeriesHistory } from '@/lib/analysis/history'
import { namedPeriods, periodBetween } from '@/lib/analysis/periods'
import { type PeriodStatistics, periodStatistics } from '@/lib/analysis/statistics/statistics'
import { translatorFor } from '@/lib/messages/translate'
import { BridgeLine } from './bridge-line'
import { CellNote } from './cell-note'
import { Explained } from './explained'
import { MeasureTable } from './measure-table'
import { SeriesPart } from './series-part'
import { statisticRowsOf } from './statistic-rows'

interface StatisticsTableProps {
  history: SeriesHistory
  view: View
  /** The chosen period, ISO dates, inclusive; the last year when nothing is chosen. */
  from?: string | undefined
  to?: string | undefined
}

/** Shows every statistic of the chosen period and since inception; each name opens its definition. */
export function StatisticsTable({ history, view, from, to }: StatisticsTableProps) {
  const t = translatorFor(view.locale)
  const life = periodBetween(history)
  const isChosen = from !== undefined || to !== undefined
  const chosen = isChosen ? periodBetween(history, from, to) : namedPeriods(history).oneYear
  if (!life) return null
  const columns: { title: string; statistics: PeriodStatistics }[] = []
  if (chosen) {
    const title = t(isChosen ? 'series.chosen' : 'series.lastYear')
    columns.push({ title, statistics: periodStatistics(history, chosen, view.convention) })
  }
  columns.push({ title: t('series.inception'), statistics: periodStatistics(history, life, view.convention) })
  return (
    <SeriesPart
      id="statistics"
      title={t('series.statistics')}
      note={
        <>
          {t(`series.of-${history.kind}`, { convention: view.convention })}
          {isChosen && !chosen && <> {t('series.noDays')}</>}
        </>
      }
    >
      <MeasureTable
        heads={
          <>
            <th scope="col">{t('series.statistic')}</th>
            {columns.map(({ title, statistics }) => (
              <th key={title} scope="col">
                {title}
                <CellNote>{`${statistics.from} – ${statistics.to}`}</CellNote>
              </th>
            ))}
          </>
        }
      >
        {statisticRowsOf(history.kind).map(({ name, definition, sample, show }) => (
          <tr key={name}>
            <th scope="row" className="text-ink-2">
              <Explained
                name={definition}
                label={t(`series.${name}`)}
                sample={t('series.sample', {
                  counts: columns.map(({ statistics }) => sample(statistics, t)).join(' / '),
                })}
                view={view}
                t={t}
              />
            </th>
            {columns.map(({ title, statistics }) => (
              <td key={title} data-statistic={name}>
                {show(statistics, t)}
              </td>
            ))}
          </tr>
        ))}
      </MeasureTable>
      {chosen && isWindow(history, chosen) && <BridgeLine history={history} span={chosen} view={view} />}
    </SeriesPart>
  )
}
