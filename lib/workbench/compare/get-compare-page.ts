import { type Bridge, bridgeOver, isWindow } from '@/lib/analysis/bridge'
import { type Comparison, compareSeries } from '@/lib/analysis/comparison'
import { getSeriesHistories } from '@/lib/analysis/get-series-histories'
import type { SeriesKind } from '@/lib/analysis/history'
import { lateStart } from '@/lib/analysis/late-start'
import { namedPeriods, PERIOD_NAMES, type PeriodName } from '@/lib/analysis/periods'
import { type NamedReturns, namedReturns } from '@/lib/analysis/statistics/named-returns'
import { type PeriodStatistics, periodStatistics } from '@/lib/analysis/statistics/statistics'
import type { Convention } from '@/lib/base/convention'
import type { Locale } from '@/lib/base/locale'
import { getLocalisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { wasDemoLoaded } from '@/lib/db/queries/versions/was-demo-loaded'
import { translatorFor } from '@/lib/messages/translate'
import { getShownRestatements } from '@/lib/report/build/get-shown-restatements'
import { restatedFindings } from '@/lib/report/build/restated'
import type { QualityFinding } from '@/lib/report/model/report'

export interface SeriesName {
  code: string
  kind: SeriesKind
  name: string
  shortName: string
  /** Last day on which it has returns, and why it ended; null while it goes on. */
  ended: { day: string; reason: string } | null
}

/** One series of a comparison, with its figures. */
export interface ComparedSeries extends SeriesName {
  inception: string
  /** As of the comparison's last day. */
  periods: NamedReturns
  /** First day with data, when it is after the inception; else null. */
  dataFrom: string | null
  /** Reasons why periods have no value: they begin before the series, or before its data, or a trading day is missing. */
  missing: { young: PeriodName[]; late: PeriodName[]; gap: PeriodName[] }
  /** Over the common days. */
  statistics: PeriodStatistics
  /** Both figures of the common days under the arithmetic convention, if these also have a window figure; else null. */
  bridge: Bridge | null
}

export interface ComparePage {
  /** All series that can be compared, in the order of the report. */
  catalogue: SeriesName[]
  chosen: SeriesName[]
  /** Requested codes that no catalogue has. */
  unknown: string[]
  /** First days of the chosen series, for the case that they have no common day. */
  inceptions: string[]
  /** null when no series is chosen or no day is common; its lines are in the order of `series`. */
  comparison: Comparison | null
  series: ComparedSeries[]
  /** Their restatements in the week and the year of the comparison's last day. */
  restated: QualityFinding[]
  isDemo: boolean
  /** Code of the market of all chosen series; undefined when there are several markets or no series. */
  market: string | undefined
}

interface CompareRequest {
  version: number
  /** Newest data version: restatements up to it are included; none when not given. */
  latest?: number
  locale: Locale
  convention: Convention
  codes: readonly string[]
  from: string | null
  to: string | null
}

/** Returns all data of the comparison page. */
export async function getComparePage(request: CompareRequest): Promise<ComparePage> {
  const { version, latest, locale, convention, codes, from, to } = request
  const [{ factors, portfolios }, isDemo] = await Promise.all([
    getLocalisedCatalogue({ version, locale }),
    wasDemoLoaded({ version }),
  ])
  const named = (kind: SeriesKind) => (entry: (typeof factors)[number] | (typeof portfolios)[number]) => ({
    code: entry.code,
    kind,
    name: entry.name,
    shortName: entry.shortName,
    ended: entry.ended === null || entry.endedReason === null ? null : { day: entry.ended, reason: entry.endedReason },
  })
  const catalogue: SeriesName[] = [...factors.map(named('factor')), ...portfolios.map(named('portfolio'))]
  const histories = await getSeriesHistories({ version, codes, asOf: lastDayOf(catalogue, codes, to) })
  const chosen = histories.flatMap(({ code }) => catalogue.find((entry) => entry.code === code) ?? [])
  const comparison = compareSeries(histories, { from, to })
  return {
    catalogue,
    chosen,
    unknown: codes.filter((code) => !chosen.some((entry) => entry.code === code)),
    inceptions: histories.map(({ inception }) => inception),
    comparison,
    series: (comparison?.lines ?? []).flatMap(({ span }, index) => {
      const [history, entry] = [histories[index], chosen[index]]
      if (!history || !entry) return []
      const [spans, periods] = [namedPeriods(history), namedReturns(history, history, convention)]
      const isYoung = (name: PeriodName) => (spans[name]?.from ?? -1) < history.start
      const lacking = PERIOD_NAMES.filter((name) => periods[name] === null)
      const dataFrom = lateStart(history, history.days)
      const isLate = (name: PeriodName) => dataFrom !== null && (history.days[spans[name]?.from ?? 0] ?? '') < dataFrom
      const begun = lacking.filter((name) => !isYoung(name))
      const missing = {
        young: lacking.filter(isYoung),
        late: begun.filter(isLate),
        gap: begun.filter((name) => !isLate(name)),
      }
      const statistics = periodStatistics(history, span, convention)
      const bridge = convention === 'arithmetic' && isWindow(history, span) ? bridgeOver(history, span) : null
      return [{ ...entry, inception: history.inception, dataFrom, periods, missing, statistics, bridge }]
    }),
    restated: await restatedOf(chosen, { version, latest, locale, asOf: comparison?.days.at(-1) }),
    isDemo,
    market: marketOf([...factors, ...portfolios].filter(({ code }) => chosen.some((entry) => entry.code === code))),
  }
}

/** Returns the last day of a comparison: the requested one, or the first end of a compared series before it. */
function lastDayOf(catalogue: SeriesName[], codes: readonly string[], to: string | null): string | undefined {
  const ends = catalogue.flatMap(({ code, ended }) => (ended !== null && codes.includes(code) ? [ended.day] : []))
  return [...ends, ...(to ? [to] : [])].sort()[0]
}

interface ShownWeek extends Pick<CompareRequest, 'version' | 'locale'> {
  latest: number | undefined
  /** The last compared day; undefined when nothing is compared. */
  asOf: string | undefined
}

async function restatedOf(chosen: SeriesName[], { locale, asOf, ...shown }: ShownWeek): Promise<QualityFinding[]> {
  if (asOf === undefined) return []
  const names = new Map(chosen.map(({ code, name }) => [code, name]))
  const restatements = await getShownRestatements({ ...shown, asOf, codes: [...names.keys()] })
  return restatedFindings(names, restatements, translatorFor(locale))
}

function marketOf(entries: readonly { marketCode: string }[]): string | undefined {
  const [market, ...others] = new Set(entries.map(({ marketCode }) => marketCode))
  return others.length === 0 ? market : undefined
}
