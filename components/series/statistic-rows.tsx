import type { ReactNode } from 'react'
import type { SeriesKind } from '@/lib/analysis/history'
import type { PeriodStatistics } from '@/lib/analysis/statistics/statistics'
import { DASH, formatRatio, formatSigned } from '@/lib/base/format'
import type { Translator } from '@/lib/messages/translate'
import { FigureText } from '../text/figure-text'
import { CellNote } from './cell-note'
import type { SeriesDefinition } from './definitions'

interface StatisticRow {
  /** Key of its name in the messages. */
  name:
    | 'periodReturn'
    | 'annualisedReturn'
    | 'volatility'
    | 'returnToRisk'
    | 'tStatistic'
    | 'skewness'
    | 'maximumDrawdown'
    | 'currentDrawdown'
    | 'hitDay'
    | 'hitWeek'
    | 'hitMonth'
    | 'bestWeek'
    | 'worstWeek'
    | 'bestMonth'
    | 'worstMonth'
    | 'beta'
    | 'upCapture'
    | 'downCapture'
  definition: SeriesDefinition['name']
  /** Number of its observations, in words. */
  sample: (statistics: PeriodStatistics, t: Translator) => string
  show: (statistics: PeriodStatistics, t: Translator) => ReactNode
}

type Figure = PeriodStatistics['periodReturn']
type Hit = PeriodStatistics['hits']['day']

const allDays = ({ days }: PeriodStatistics, t: Translator) => t('series.days', { count: days })
const knownDays = ({ days, missing }: PeriodStatistics, t: Translator) => t('series.days', { count: days - missing })
const weeks = ({ hits }: PeriodStatistics, t: Translator) => t('series.weeks', { count: hits.week.periods })
const months = ({ hits }: PeriodStatistics, t: Translator) => t('series.months', { count: hits.month.periods })

/** Statistics in the order of the table: return, risk, reliability, drawdown, hit rates, extremes. */
const STATISTIC_ROWS: readonly StatisticRow[] = [
  { name: 'periodReturn', definition: 'countedPeriods', sample: allDays, show: (s, t) => earned(s.periodReturn, t) },
  {
    name: 'annualisedReturn',
    definition: 'annualisedReturn',
    sample: allDays,
    show: (s, t) => earned(s.annualisedReturn, t),
  },
  { name: 'volatility', definition: 'volatility', sample: knownDays, show: (s, t) => unsigned(s.volatility, t) },
  { name: 'returnToRisk', definition: 'returnToRisk', sample: knownDays, show: (s, t) => ratio(s.returnToRisk, t) },
  { name: 'tStatistic', definition: 'tStatistic', sample: knownDays, show: (s, t) => ratio(s.tStatistic, t) },
  { name: 'skewness', definition: 'skewness', sample: knownDays, show: (s, t) => ratio(s.skewness, t) },
  { name: 'maximumDrawdown', definition: 'maximumDrawdown', sample: allDays, show: deepest },
  { name: 'currentDrawdown', definition: 'currentDrawdown', sample: allDays, show: current },
  { name: 'hitDay', definition: 'hitRate', sample: knownDays, show: ({ hits }, t) => hit(hits.day, t) },
  { name: 'hitWeek', definition: 'hitRate', sample: weeks, show: ({ hits }, t) => hit(hits.week, t) },
  { name: 'hitMonth', definition: 'hitRate', sample: months, show: ({ hits }, t) => hit(hits.month, t) },
  { name: 'bestWeek', definition: 'extremes', sample: weeks, show: (s) => dated(s.weeks?.best) },
  { name: 'worstWeek', definition: 'extremes', sample: weeks, show: (s) => dated(s.weeks?.worst) },
  { name: 'bestMonth', definition: 'extremes', sample: months, show: (s) => dated(s.months?.best) },
  { name: 'worstMonth', definition: 'extremes', sample: months, show: (s) => dated(s.months?.worst) },
]

const monthsOf =
  (capture: 'upCapture' | 'downCapture') =>
  ({ index }: PeriodStatistics, t: Translator) =>
    index === null ? '' : t('series.months', { count: index[capture].months })

/** Statistics of a portfolio beside its index, after the others. */
const INDEX_ROWS: readonly StatisticRow[] = [
  {
    name: 'beta',
    definition: 'beta',
    sample: ({ index }, t) => (index === null ? '' : t('series.days', { count: index.days })),
    show: ({ index }, t) => multiple(index?.beta ?? null, t),
  },
  ...(['upCapture', 'downCapture'] as const).map(
    (name): StatisticRow => ({ name, definition: 'capture', sample: monthsOf(name), show: captured(name) }),
  ),
]

/** Returns the rows of a kind of series: a portfolio's also compare it with its index. */
export function statisticRowsOf(kind: SeriesKind): readonly StatisticRow[] {
  return kind === 'portfolio' ? [...STATISTIC_ROWS, ...INDEX_ROWS] : STATISTIC_ROWS
}

function earned({ value, absence }: Figure, t: Translator): ReactNode {
  return absence === null ? <FigureText value={value} /> : <Absent absence={absence} t={t} />
}

/** Formats a volatility without a sign. */
function unsigned({ value, absence }: Figure, t: Translator): ReactNode {
  return value === null ? <Absent absence={absence} t={t} /> : formatRatio(value * 100)
}

function ratio({ value, absence }: Figure, t: Translator): ReactNode {
  return value === null ? <Absent absence={absence} t={t} /> : formatSigned(value)
}

/** Formats a beta without a sign above zero. */
function multiple(value: number | null, t: Translator): ReactNode {
  return value === null ? <Absent absence="few" t={t} /> : formatRatio(value)
}

function captured(name: 'upCapture' | 'downCapture') {
  return ({ index }: PeriodStatistics, t: Translator): ReactNode => {
    const capture = index?.[name]
    if (!capture || capture.value === null) return <Absent absence="few" t={t} />
    return (
      <>
        {formatRatio(capture.value * 100, 1)}
        <CellNote>{t('series.months', { count: capture.months })}</CellNote>
      </>
    )
  }
}

function Absent({ absence, t }: { absence: Figure['absence']; t: Translator }) {
  return (
    <>
      <span className="text-ink-3">{DASH}</span>
      {absence !== null && <CellNote>{t(`series.absence-${absence}`)}</CellNote>}
    </>
  )
}

function deepest({ maximumDrawdown }: PeriodStatistics, t: Translator): ReactNode {
  if (maximumDrawdown === null) return <Absent absence="gap" t={t} />
  const { depth, peak, trough, recovery, days } = maximumDrawdown
  return (
    <>
      <FigureText value={depth} />
      {depth < 0 && (
        <CellNote>
          {t('series.fall', {
            peak,
            trough,
            recovery:
              recovery === null ? t('series.notRecovered', { days }) : t('series.recovered', { recovery, days }),
          })}
        </CellNote>
      )}
    </>
  )
}

function current({ currentDrawdown }: PeriodStatistics, t: Translator): ReactNode {
  if (currentDrawdown === null) return <Absent absence="gap" t={t} />
  const { depth, since, days } = currentDrawdown
  return (
    <>
      <FigureText value={depth} />
      {days > 0 && <CellNote>{t('series.since', { since, days })}</CellNote>}
    </>
  )
}

function hit({ wins, periods, interval }: Hit, t: Translator): ReactNode {
  if (interval === null) return <Absent absence="few" t={t} />
  const [share, low, high] = [wins / periods, interval.low, interval.high].map((value) => formatRatio(value * 100, 1))
  return (
    <>
      {share}
      <CellNote>{`${wins}/${periods} [${low}, ${high}]`}</CellNote>
    </>
  )
}

function dated(extreme: { value: number; end: string } | undefined): ReactNode {
  if (!extreme) return <span className="text-ink-3">{DASH}</span>
  return (
    <>
      <FigureText value={extreme.value} />
      <CellNote>{extreme.end}</CellNote>
    </>
  )
}
