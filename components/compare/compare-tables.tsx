import type { ReactNode } from 'react'
import type { View } from '@/lib/address/view'
import { PERIOD_NAMES, type PeriodName } from '@/lib/analysis/periods'
import { formatPercent, formatRatio, formatSigned } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import { bridgeText } from '@/lib/report/text/bridge-text'
import type { ComparedSeries } from '@/lib/workbench/compare/get-compare-page'
import { RuledHead, RuledTable } from '../table/ruled-table'
import { WinRateText } from '../table/win-rate-text'
import { FigureText } from '../text/figure-text'
import { unbrokenName } from '../text/unbroken'
import { LineSample } from './line-sample'

interface TablesProps {
  series: ComparedSeries[]
  view: View
  from: string
  to: string
}

/** On a phone the rows are high enough for a finger. */
const COMPARED = 'whitespace-nowrap max-mid:[--cell-y:8px] [&_thead_th]:max-wide:whitespace-normal'

/** Columns that fit on a phone; wider screens show the others too. */
const ON_PHONE: readonly PeriodName[] = ['week', 'year', 'inception']

/** Shows the returns of the named periods, a row for each series. */
export function PeriodsTable({ series, view, to }: TablesProps) {
  const t = translatorFor(view.locale)
  const labelOf = (name: PeriodName) => t(`compare.${name === 'inception' ? 'inceptionSince' : name}`)
  return (
    <section aria-labelledby="compare-periods" className="mt-10">
      <Head id="compare-periods" title={t('compare.periods')} note={t('compare.periodsNote', { to })} />
      <RuledTable className={COMPARED}>
        <RuledHead>
          <tr>
            <th scope="col" className="whitespace-normal">
              {t('compare.name')}
            </th>
            {PERIOD_NAMES.map((name) => (
              <th key={name} scope="col" className={ON_PHONE.includes(name) ? '' : 'max-mid:hidden'}>
                {labelOf(name)}
              </th>
            ))}
          </tr>
        </RuledHead>
        <tbody>
          {series.map(({ code, name, periods }, index) => (
            <tr key={code} data-series={code} className="hover:bg-wash">
              <NameHead index={index} name={name} />
              {PERIOD_NAMES.map((period) => (
                <td
                  key={period}
                  data-cell={`${code}.${period}`}
                  className={`${period === 'week' ? 'font-bold' : ''} ${ON_PHONE.includes(period) ? '' : 'max-mid:hidden'}`}
                >
                  <FigureText value={periods[period]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </RuledTable>
      <p className="mt-1.5 text-ink-2 text-note">{t('compare.periodsFootnote', { convention: view.convention })}</p>
      {series.map((each) => (
        <MissingPeriods key={each.code} series={each} label={labelOf} view={view} />
      ))}
    </section>
  )
}

interface MissingPeriodsProps {
  series: ComparedSeries
  label: (name: PeriodName) => string
  view: View
}

/** Says why a row has dashes. */
function MissingPeriods({ series, label, view }: MissingPeriodsProps) {
  const t = translatorFor(view.locale)
  const { name, inception, dataFrom } = series
  const { young, late, gap } = series.missing
  const listed = (names: PeriodName[]) => names.map(label).join(t('compare.comma'))
  return (
    <>
      {young.length > 0 && (
        <p className="mt-1 text-ink-2 text-note">{t('compare.young', { name, inception, periods: listed(young) })}</p>
      )}
      {late.length > 0 && dataFrom !== null && (
        <p className="mt-1 text-ink-2 text-note">
          {t('compare.late', { name, first: dataFrom, periods: listed(late) })}
        </p>
      )}
      {gap.length > 0 && (
        <p className="mt-1 text-ink-2 text-note">{t('compare.gapIn', { name, periods: listed(gap) })}</p>
      )}
    </>
  )
}

/** Shows statistics of the common days, a row for each series. */
export function StatisticsTable({ series, view, from, to }: TablesProps) {
  const t = translatorFor(view.locale)
  return (
    <section aria-labelledby="compare-statistics" className="mt-10">
      <Head id="compare-statistics" title={t('compare.statistics')} note={t('compare.statisticsNote', { from, to })} />
      <RuledTable className={COMPARED}>
        <RuledHead>
          <tr>
            <th scope="col" className="whitespace-normal">
              {t('compare.name')}
            </th>
            {COLUMNS.map(({ name, isWide }) => (
              <th key={name} scope="col" className={isWide ? 'max-mid:hidden' : ''}>
                {t(`compare.${name}`)}
              </th>
            ))}
          </tr>
        </RuledHead>
        <tbody>
          {series.map((each, index) => (
            <tr key={each.code} data-series={each.code} className="hover:bg-wash">
              <NameHead index={index} name={each.name} />
              {COLUMNS.map(({ name, isWide, show }) => (
                <td key={name} data-cell={`${each.code}.${name}`} className={isWide ? 'max-mid:hidden' : ''}>
                  {show(each)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </RuledTable>
      <p className="mt-1.5 text-ink-2 text-note">
        {t('compare.footnote')}
        {view.locale !== 'zh' && ' '}
        {series.some(isShort) && t('compare.short')}
      </p>
      {series.map(
        ({ code, name, kind, bridge }) =>
          bridge && (
            <p key={code} data-bridge={code} className="mt-1 text-ink-2 text-note">
              {t('bridge.named', { name, text: bridgeText(kind, bridge, t) })}
            </p>
          ),
      )}
    </section>
  )
}

interface Column {
  name: 'periodReturn' | 'annualised' | 'volatility' | 'ratio' | 'drawdown' | 'tStatistic' | 'weeklyWins'
  /** Is it hidden on a phone? */
  isWide: boolean
  show: (series: ComparedSeries) => ReactNode
}

const COLUMNS: Column[] = [
  {
    name: 'periodReturn',
    isWide: false,
    show: ({ statistics }) => <FigureText value={statistics.periodReturn.value} />,
  },
  {
    name: 'annualised',
    isWide: true,
    show: ({ statistics }) => <FigureText value={statistics.annualisedReturn.value} />,
  },
  { name: 'volatility', isWide: true, show: ({ statistics }) => unsigned(statistics.volatility.value) },
  { name: 'ratio', isWide: false, show: ({ statistics }) => formatSigned(statistics.returnToRisk.value) },
  {
    name: 'drawdown',
    isWide: false,
    show: ({ statistics }) => <FigureText value={statistics.maximumDrawdown?.depth ?? null} />,
  },
  { name: 'tStatistic', isWide: true, show: ({ statistics }) => formatSigned(statistics.tStatistic.value) },
  { name: 'weeklyWins', isWide: true, show: ({ statistics }) => <WinRateText winRate={statistics.hits.week} /> },
]

function isShort({ statistics }: ComparedSeries): boolean {
  const { periodReturn, annualisedReturn, volatility, returnToRisk, tStatistic, maximumDrawdown } = statistics
  const values = [periodReturn, annualisedReturn, volatility, returnToRisk, tStatistic].map(({ value }) => value)
  return maximumDrawdown === null || values.includes(null)
}

/** Formats a volatility without a sign. */
function unsigned(value: number | null): string {
  return value === null ? formatPercent(null) : formatRatio(value * 100)
}

function NameHead({ index, name }: { index: number; name: string }) {
  return (
    <th scope="row" className="whitespace-normal">
      <LineSample index={index} />
      {unbrokenName(name)}
    </th>
  )
}

export function Head({ id, title, note }: { id: string; title: string; note: string }) {
  return (
    <h2 id={id} className="pb-1.5 text-sheet">
      {title}
      <span className="ml-2.5 font-normal text-ink-2 text-note">{note}</span>
    </h2>
  )
}
