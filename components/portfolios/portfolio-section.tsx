import { pathWith } from '@/lib/address/parameters/packed'
import type { View } from '@/lib/address/view'
import { contributionTable } from '@/lib/analysis/contributions/contribution-table'
import { getKnownContributions } from '@/lib/analysis/contributions/get-known-contributions'
import { lateStart } from '@/lib/analysis/late-start'
import { windowSpans } from '@/lib/analysis/trading-windows'
import { type Translator, translatorFor } from '@/lib/messages/translate'
import type { Summary } from '@/lib/report/model/report'
import type { PortfolioFigures } from '@/lib/workbench/portfolios/get-portfolios'
import { ContributionRows } from '../report/contribution-rows'
import { MonthGrid } from '../series/month-map'
import { FigureText } from '../text/figure-text'
import { SentOnce } from '../text/sent-once'
import { To } from '../text/to'
import { unbrokenDates } from '../text/unbroken'
import { PeriodsTable } from './periods-table'
import { PortfolioChart } from './portfolio-chart'
import { StatisticList } from './statistic-list'

interface PortfolioSectionProps {
  portfolio: PortfolioFigures
  report: Summary
  view: View
  /** Is it in view when the page opens? */
  eager: boolean
}

/** Shows all about one portfolio: lines, returns beside its index, months, statistics, what its excess comes from. */
export async function PortfolioSection({ portfolio, report, view, eager }: PortfolioSectionProps) {
  const t = translatorFor(view.locale)
  const { row, history, statistics } = portfolio
  const known = await getKnownContributions(history, view)
  const { labels } = report
  return (
    <section aria-labelledby={row.code} className="mt-12 border-rule border-t-2 pt-2">
      <SectionHead portfolio={portfolio} view={view} t={t} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 full:grid-cols-[968px_minmax(0,1fr)]">
        <div className="min-w-0">
          <PortfolioChart portfolio={portfolio} view={view} layout="panels-column" eager={eager} />
          <SentOnce as="div">
            <Heading
              title={t('portfolios.periods')}
              note={t('portfolios.periodsNote', { convention: view.convention })}
            />
            <PeriodsTable history={history} name={row.name} view={view} />
            <Heading title={t('portfolios.months')} note={t('series.monthsNote', { convention: view.convention })} />
            <MonthGrid history={history} view={view} />
          </SentOnce>
        </div>
        <SentOnce
          as="div"
          className="grid min-w-0 grid-cols-[minmax(0,1fr)] items-start gap-x-10 mid:max-full:grid-cols-2 full:-mt-6"
        >
          <div>
            <Heading title={t('series.statistics')} note={t('portfolios.statisticsNote')} />
            {statistics === null ? (
              <p className="text-ink-2">{t('portfolios.young', { name: row.name, inception: history.inception })}</p>
            ) : (
              <StatisticList statistics={statistics} t={t} />
            )}
          </div>
          {known !== null && (
            <div>
              <Heading title={t('contributions.title')} note="" />
              <ContributionRows
                table={contributionTable(history, windowSpans(history.days), known, view.convention)}
                labels={[labels.week, labels.month, labels.year]}
                hasComponents={false}
                t={t}
              />
            </div>
          )}
        </SentOnce>
      </div>
    </section>
  )
}

/** Shows one portfolio among many: its figures of the week, and a small chart. */
export function PortfolioCell({ portfolio, report, view, eager }: PortfolioSectionProps) {
  const t = translatorFor(view.locale)
  const { primary } = portfolio.row
  const { labels } = report
  return (
    <section aria-labelledby={portfolio.row.code} className="min-w-0 border-line border-t pt-2">
      <SectionHead portfolio={portfolio} view={view} t={t} />
      <dl className="flex gap-x-6 text-note">
        {(['week', 'month', 'year'] as const).map((window) => (
          <div key={window} className="flex gap-x-1.5">
            <dt className="text-ink-2">{labels[window]}</dt>
            <dd data-cell={primary[window].id}>
              <FigureText value={primary[window].value} />
            </dd>
          </div>
        ))}
      </dl>
      <PortfolioChart portfolio={portfolio} view={view} layout="panels-small" eager={eager} />
    </section>
  )
}

/** Shows name and facts of a portfolio, and why it has fewer data than others. */
function SectionHead({ portfolio, view, t }: { portfolio: PortfolioFigures; view: View; t: Translator }) {
  const { row, history, rebalance } = portfolio
  const { name } = row
  const dataFrom = lateStart(history, history.days)
  const ended = history.end < history.days.length ? history.days[history.end - 1] : undefined
  const path = pathWith(`/portfolios/${row.code}`, { asOf: view.parameters.asOf })
  return (
    <SentOnce as="div" className="mb-2">
      <h2 id={row.code} className="text-figure">
        <To path={path} view={view} className="hover:text-accent max-mid:py-2">
          {name}
        </To>
      </h2>
      <p className="text-ink-2 text-note">
        {unbrokenDates(
          t('portfolios.facts', {
            index: row.benchmark,
            rebalance: t(`sections.rebalance-${rebalance}`),
            inception: history.inception,
          }),
        )}
        <To path={path} view={view} className="prose-link ml-4 whitespace-nowrap max-mid:py-3">
          {t('portfolios.open')}
        </To>
      </p>
      {dataFrom !== null && (
        <p className="text-ink-2 text-note">
          {t('quality.dataFrom', { name, first: dataFrom, inception: history.inception })}
        </p>
      )}
      {ended !== undefined && <p className="text-ink-2 text-note">{t('portfolios.endedInWeek', { ended })}</p>}
    </SentOnce>
  )
}

function Heading({ title, note }: { title: string; note: string }) {
  return (
    <h3 className="mt-6 pb-1 text-sheet">
      {title}
      {note !== '' && <span className="ml-2.5 font-normal text-ink-2 text-note">{note}</span>}
    </h3>
  )
}
