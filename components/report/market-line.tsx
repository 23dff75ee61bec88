import type { View } from '@/lib/address/view'
import { DASH, wholePercent } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import { COMPACT_BENCHMARKS, type MarketBenchmark } from '@/lib/report/model/market-line'
import type { Report } from '@/lib/report/model/report'
import { RuledHead, RuledTable } from '../table/ruled-table'
import { FigureText } from '../text/figure-text'
import { SentOnce } from '../text/sent-once'

interface MarketLineProps {
  report: Report
  view: View
}

/** Shows what the market did in the week, the month and the year, before what the factors did. */
export function MarketLine({ report, view }: MarketLineProps) {
  const t = translatorFor(view.locale, view.window)
  const { market } = report
  const rest = market.slice(COMPACT_BENCHMARKS)
  if (market.length === 0) return null
  return (
    <SentOnce as="section" id="market" aria-label={t('market.title')} className="mb-3 text-sheet">
      <BenchmarkTable benchmarks={market.slice(0, COMPACT_BENCHMARKS)} report={report} view={view} />
      {rest.length > 0 && (
        <details className="text-note">
          <summary className="cursor-pointer py-1 text-ink-2">{t('market.more', { count: rest.length })}</summary>
          <BenchmarkTable benchmarks={rest} report={report} view={view} />
        </details>
      )}
      <p className="pt-1 text-ink-3 text-note">{t('market.note')}</p>
    </SentOnce>
  )
}

function BenchmarkTable({ benchmarks, report: { labels }, view }: MarketLineProps & { benchmarks: MarketBenchmark[] }) {
  const t = translatorFor(view.locale, view.window)
  const notes = benchmarks.flatMap(({ code, note }) => (note === null ? [] : [{ code, note }]))
  return (
    <>
      <RuledTable className="w-full [--cell-y:2px] max-mid:[--cell-before:6px]">
        <RuledHead>
          <tr>
            <th scope="col">{t('market.benchmark')}</th>
            <th scope="col">{labels.week}</th>
            <th scope="col">{t('market.percentile')}</th>
            <th scope="col">{labels.month}</th>
            <th scope="col">{labels.year}</th>
          </tr>
        </RuledHead>
        <tbody>
          {benchmarks.map(({ code, name, returns: { week, month, year } }) => (
            <tr key={code} data-benchmark={code}>
              <th scope="row" className="font-normal">
                {name}
              </th>
              <td className="font-bold">
                <FigureText value={week.value} />
              </td>
              <td className="text-ink-2">{week.percentile === null ? DASH : wholePercent(week.percentile)}</td>
              <td>
                <FigureText value={month.value} />
              </td>
              <td>
                <FigureText value={year.value} />
              </td>
            </tr>
          ))}
        </tbody>
      </RuledTable>
      {notes.map(({ code, note }) => (
        <p key={code} className="pt-1 text-ink-2 text-note">
          {note}
        </p>
      ))}
    </>
  )
}
