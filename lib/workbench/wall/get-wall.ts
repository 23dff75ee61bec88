import type { WallParameters } from '@/lib/address/parameters/wall-parameters'
import type { View } from '@/lib/address/view'
import { daysPerYearOf, yearWindow } from '@/lib/analysis/days-per-year'
import { type ReplayedWeek, replayedWeek } from '@/lib/analysis/weeks/replayed-week'
import type { ReportDays } from '@/lib/analysis/weeks/report-days'
import type { SharedScale } from '@/lib/charts/frame'
import { buildSummary } from '@/lib/report/build/build-summary'
import { getInputsOf, readWeek } from '@/lib/report/build/get-report-inputs'
import { restatedOfMarket } from '@/lib/report/build/restated'
import { seriesHistories } from '@/lib/report/build/series-histories'
import { familyGroups } from '@/lib/report/build/summary-rows'
import type { ReportInputs } from '@/lib/report/model/inputs'
import type { FamilyGroup, QualityFinding, Summary } from '@/lib/report/model/report'
import { overCommonPeriod } from './common-period'
import { filterWall, sortWall, type WallEntry, type WallSeries, wallFigures, withSign } from './wall'
import { getWallLines } from './wall-lines'
import { partOf, type WallPart } from './wall-pages'
import { getWeekOfFactors } from './week-of-factors'

export interface WallModel extends Pick<ReplayedWeek, 'previous' | 'next'> {
  /** Of the week; it has the rows of the measured series only. */
  report: Omit<Summary, 'table1' | 'table2' | 'many'>
  /** Families with factors, in their order, with their counts of the week. */
  families: Pick<FamilyGroup, 'code' | 'name' | 'up' | 'down'>[]
  /** The common axes of the small multiples of all series; null when nothing is drawn. */
  scale: SharedScale | null
  /** Codes of the series that have the requested line. */
  drawn: ReadonlySet<string>
  /** Number of all series. */
  count: number
  /** The series that match the filters, sorted, or factors by family and then portfolios. */
  shown: WallEntry[]
  /** Which of them are on the page. */
  part: WallPart
  /** Those on the page, by code; all that are shown when the page is a table or their figures choose or sort them. */
  measured: ReadonlyMap<string, WallSeries>
  /** Restatements in the year and the week, of any series of the market. */
  restated: QualityFinding[]
  /** Length of the windows of the rolling return, trading days. */
  windowDays: number
}

/**
 * Returns the series of the view's market that a request shows, as of the week of a date.
 * @returns null when the data begin after that date
 */
export async function getWall(view: View, days: ReportDays, parameters: WallParameters): Promise<WallModel | null> {
  const weeks = replayedWeek(days.reported, parameters.asOf)
  if (weeks === null) return null
  const week = await readWeek({ ...view, asOf: weeks.asOf, days })
  const { catalogue } = week
  const windowDays = yearWindow(daysPerYearOf(catalogue.markets, days.market))
  const [lines, factorWeeks] = await Promise.all([
    getWallLines({ ...week, line: parameters.line, windowDays }),
    getWeekOfFactors(week, catalogue.factors, week.days),
  ])
  const families = familyGroups(
    catalogue,
    factorWeeks.map(({ code, value }) => ({ code, primary: { week: { value } } })),
  )
  const filtered = filterWall(wallEntries(catalogue), parameters)
  const wanted = needsFigures(parameters) ? filtered : onPage(filtered, parameters)
  const codes = new Set([wanted, factorWeeks.filter(({ lacksDay }) => lacksDay)].flat().map(({ code }) => code))
  const inputs = await getInputsOf(
    week,
    catalogue.factors.filter(({ code }) => codes.has(code)),
  )
  const report = buildSummary(inputs)
  const measured = wallSeries(wanted, report, inputs)
  const series = needsFigures(parameters) ? chosen(measured, parameters) : measured
  const shown = needsFigures(parameters) ? series : filtered
  return {
    ...weeks,
    report,
    families,
    ...lines,
    count: catalogue.factors.length + catalogue.portfolios.length,
    shown,
    part: partOf(shown.length, parameters),
    measured: new Map(series.map((own) => [own.code, own])),
    restated: restatedOfMarket(week),
    windowDays,
  }
}

/**
 * Returns series of a wall with their figures.
 * @throws RangeError when one of them is not measured
 */
export function measuredOf({ measured }: Pick<WallModel, 'measured'>, series: readonly WallEntry[]): WallSeries[] {
  return series.map(({ code }) => {
    const own = measured.get(code)
    if (!own) throw new RangeError(`${code} is not measured`)
    return own
  })
}

/** Returns whether the figures of all series are needed: to show them, or to choose or sort the series by them. */
function needsFigures({ by, sign, show }: WallParameters): boolean {
  return by !== undefined || sign !== undefined || show === 'table'
}

/** Returns factors by family, then portfolios. */
function wallEntries({ families, factors, portfolios }: ReportInputs['catalogue']): WallEntry[] {
  const ofFactors = families.flatMap(({ code: family }) =>
    factors.filter(({ familyCode }) => familyCode === family).map((entry) => ({ ...entry, family })),
  )
  return [...ofFactors, ...portfolios.map((entry) => ({ ...entry, family: 'portfolios' }))]
}

function onPage(entries: readonly WallEntry[], parameters: WallParameters): WallEntry[] {
  const { from, to } = partOf(entries.length, parameters)
  return entries.slice(from, to)
}

/** Returns the series with what is computed from their daily returns. */
function wallSeries(wanted: readonly WallEntry[], report: Summary, inputs: ReportInputs): WallSeries[] {
  const codes = new Set(wanted.map(({ code }) => code))
  const histories = seriesHistories(inputs).filter(({ code }) => codes.has(code))
  const byCode = new Map(histories.map((history) => [history.code, history]))
  const figures = wallFigures(histories, inputs.convention)
  const rows = new Map(
    [...report.table1.flatMap((family) => family.rows), ...report.table2].map((row) => [row.code, row]),
  )
  return wanted.map((entry) => {
    const [row, own, history] = [rows.get(entry.code), figures.get(entry.code), byCode.get(entry.code)]
    if (!row || !own || !history) throw new TypeError(`${entry.code} was not read`)
    return { ...entry, row, figures: own, history, from: history.inception }
  })
}

/** Returns the series that the figures of a request choose, in its order. */
function chosen(measured: readonly WallSeries[], { sign, since, by, dir }: WallParameters): WallSeries[] {
  const left = withSign(measured, sign)
  const series = since === 'common' ? overCommonPeriod(left) : left
  return by === undefined ? series : sortWall(series, by, dir === 'asc')
}
