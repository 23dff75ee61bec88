import { MissingNotes } from '@/components/report/table/missing-notes'
import type { View } from '@/lib/address/view'
import type { Measure, Windows } from '@/lib/analysis/cell'
import { wholePercent } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import type { FactorRow, PortfolioRow, Report } from '@/lib/report/model/report'
import { FigureCell } from '../table/figure-cell'
import { RankMark } from '../table/rank-mark'
import { WinRateText } from '../table/win-rate-text'
import { MeasureTable } from './measure-table'

interface SeriesFiguresProps {
  row: FactorRow | PortfolioRow
  report: Report
  view: View
}

/** Shows returns and win rates of one series: a row for each measure, the windows as columns. */
export function SeriesFigures({ row, report, view }: SeriesFiguresProps) {
  const t = translatorFor(view.locale)
  const { labels } = report
  const missingLabel = row.noteLetter === null ? null : t('missing.title', { letter: row.noteLetter })
  return (
    <section aria-labelledby="series-figures">
      <h2 id="series-figures" className="pb-1.5 text-sheet">
        {t('factors.figuresTitle')}
        <span className="ml-2.5 font-normal text-ink-2 text-note">{t('tables.unit')}</span>
      </h2>
      <MeasureTable
        heads={
          <>
            <td />
            <th scope="col" className="pr-3">
              {labels.week}
            </th>
            <th scope="col" className="pr-3">
              {labels.month}
            </th>
            <th scope="col" className="pr-3">
              {labels.year}
            </th>
            <th scope="col" className="whitespace-normal">
              {t(row.longExcess ? 'measures.monthlyWins' : 'measures.weeklyWins')}
            </th>
            <th scope="col" className="hidden mid:table-cell">
              {t('tables.rank')}
            </th>
          </>
        }
      >
        {measuresOf(row).map(({ name, measure }) => (
          <tr key={name}>
            <th scope="row" className="text-ink-2">
              {t(`measures.${name}`)}
            </th>
            <FigureCell
              cell={measure.week}
              unusualLabel={t('tables.unusualText')}
              missingLabel={missingLabel}
              className="font-bold"
            />
            <FigureCell cell={measure.month} unusualLabel={t('tables.unusualText')} missingLabel={missingLabel} />
            <FigureCell cell={measure.year} unusualLabel={t('tables.unusualText')} missingLabel={missingLabel} />
            <td>{measure.winRate && <WinRateText winRate={measure.winRate} />}</td>
            <td className="hidden mid:table-cell">
              {measure.week.percentile !== null && (
                <RankMark
                  percentile={measure.week.percentile}
                  label={t('tables.rankText', { percent: wholePercent(measure.week.percentile) })}
                />
              )}
            </td>
          </tr>
        ))}
      </MeasureTable>
      <MissingNotes notes={report.missingNotes} codes={[row.code]} />
    </section>
  )
}

interface NamedMeasure {
  name: 'longShort' | 'longExcess' | 'excess' | 'absolute'
  /** An absolute return has no win rate. */
  measure: Windows & Partial<Measure>
}

function measuresOf(row: FactorRow | PortfolioRow): NamedMeasure[] {
  if ('absolute' in row)
    return [
      { name: 'excess', measure: row.primary },
      { name: 'absolute', measure: row.absolute },
    ]
  return [
    { name: 'longShort', measure: row.primary },
    { name: 'longExcess', measure: row.longExcess },
  ]
}
