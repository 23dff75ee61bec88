import { setImmediate as nextTurn } from 'node:timers/promises'
import type { WallParameters } from '@/lib/address/parameters/wall-parameters'
import type { View } from '@/lib/address/view'
import { daysPerYearOf, yearWindow } from '@/lib/analysis/days-per-year'
import { type ReplayedWeek, replayedWeek } from '@/lib/analysis/weeks/replayed-week'
import type { ReportDays } from '@/lib/analysis/weeks/report-days'
import { inTurns } from '@/lib/base/steps'
import type { SharedScale } from '@/lib/charts/frame'
import { summarySteps } from '@/lib/report/build/build-summary'
import { getInputsOf, readWeek, type Week } from '@/lib/report/build/get-report-inputs'
import { restatedOfMarket } from '@/lib/report/build/restated'
import { familyGroups } from '@/lib/report/build/summary-rows'
import type { ReportInputs } from '@/lib/report/model/inputs'
import type { FamilyGroup, QualityFinding, Summary } from '@/lib/report/model/report'
import { overCommonPeriod } from './common-period'
import { getWallFigures } from './get-wall-figures'
import { getWallRows, type WallRow } from './get-wall-rows'
import { type FiguredEntry, filterWall, sortWall, type WallEntry, type WallSeries, withSign } from './wall'
import { getWallLines } from './wall-lines'
import { partOf, type WallPart } from './wall-pages'
import { getWeekOfFactors } from './week-of-factors'

export interface WallModel extends Pick<ReplayedWeek, 'previous' | 'next'> {
  /** Of the week; it has the rows of the measured series only. */
  report: Omit<Summary, 'table1' | 'table2' | 'many'>
  /** Families with factors, in their order, with their counts of the week. */
  families: Pick<FamilyGroup, 'code' | 'name' | 'up' | 'down'>[]
  /** The common axes of the small multiples of all series; null when nothing is drawn, and for a table. */
  scale: SharedScale | null
  /** Codes of the series that have the requested line. */
  drawn: ReadonlySet<string>
  /** Number of all series. */
  count: number
  /** The series that match the filters, sorted, or factors by family and then portfolios. */
  shown: WallEntry[]
  /** Which of them are on the page. */
  part: WallPart
  /** Those on the page, by code; none when it is a table. */
  measured: ReadonlyMap<string, WallSeries>
  /** Every series that is shown, when the page is a table. */
  table: WallRow[] | null
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
  const isTable = parameters.show === 'table'
  const filtered = filterWall(wallEntries(catalogue), parameters)
  const [lines, factorWeeks, figured] = await Promise.all([
    isTable ? NO_LINES : getWallLines({ ...week, line: parameters.line, windowDays }),
    getWeekOfFactors(week, catalogue.factors, week.days),
    needsFigures(parameters) ? choose(week, filtered, parameters) : null,
  ])
  const families = familyGroups(
    catalogue,
    factorWeeks.map(({ code, value }) => ({ code, primary: { week: { value } } })),
  )
  const shown = figured ?? filtered
  const part = partOf(shown.length, parameters)
  const onPage = isTable ? [] : shown.slice(part.from, part.to)
  const codes = new Set([onPage, factorWeeks.filter(({ lacksDay }) => lacksDay)].flat().map(({ code }) => code))
  const [inputs, table] = await Promise.all([
    getInputsOf(
      week,
      catalogue.factors.filter(({ code }) => codes.has(code)),
    ),
    isTable && figured ? getWallRows(week, figured) : null,
  ])
  const { summary: report } = await inTurns(summarySteps(inputs))
  // Eighty series are computed and shown: other requests are answered between.
  await nextTurn()
  return {
    ...weeks,
    report,
    families,
    ...lines,
    count: catalogue.factors.length + catalogue.portfolios.length,
    shown,
    part,
    measured: withRows(onPage, report, figured),
    table,
    restated: restatedOfMarket(week),
    windowDays,
  }
}

const NO_LINES = { scale: null, drawn: new Set<string>() }

/**
 * Returns series of a wall with their rows.
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
    factors.filter(({ familyCode }) => familyCode === family).map((entry) => wallEntry(entry, 'factor', family)),
  )
  return [...ofFactors, ...portfolios.map((entry) => wallEntry(entry, 'portfolio', 'portfolios'))]
}

function wallEntry(
  { code, name, shortName, rebalance, inception, ended }: Omit<WallEntry, 'kind' | 'family'>,
  kind: WallEntry['kind'],
  family: string,
): WallEntry {
  return { code, name, shortName, kind, family, rebalance, inception, ended }
}

/** Returns the series that the figures of a request choose, in its order. */
async function choose(
  week: Week,
  filtered: readonly WallEntry[],
  { sign, since, by, dir, show }: WallParameters,
): Promise<FiguredEntry[]> {
  const left = withSign(await getWallFigures(week, filtered), sign)
  const isCommon = since === 'common' && (show === 'table' || by === 'inception')
  const series = isCommon ? await overCommonPeriod(week, left) : left
  return by === undefined ? series : sortWall(series, by, dir === 'asc')
}

/** Returns the series of a page with their rows of the report, by code. */
function withRows(
  onPage: readonly WallEntry[],
  { table1, table2 }: Summary,
  figured: readonly FiguredEntry[] | null,
): Map<string, WallSeries> {
  const rows = new Map([...table1.flatMap((family) => family.rows), ...table2].map((row) => [row.code, row]))
  const figures = new Map(figured?.map((own) => [own.code, own.figures]))
  return new Map(
    onPage.map((entry) => {
      const row = rows.get(entry.code)
      if (!row) throw new TypeError(`${entry.code} was not read`)
      return [entry.code, { ...entry, row, figures: figures.get(entry.code) ?? null }]
    }),
  )
}
