import { absoluteReturns } from '@/lib/analysis/absolute-returns'
import { historicalCell } from '@/lib/analysis/measure'
import { type Daily, measuredIndex } from '@/lib/analysis/measured-series'
import type { TradingWindows } from '@/lib/analysis/trading-windows'
import { isInWeek } from '@/lib/catalogue/split-at-end'
import type { Translator } from '@/lib/messages/translate'
import { periodReturn } from '@/lib/metrics/returns/period-return'
import type { FactorEntry, ReportInputs } from '@/lib/report/model/inputs'
import type { MarketBenchmark } from '@/lib/report/model/market-line'
import { missingReason } from '@/lib/report/text/missing-notes'
import type { SummaryParts } from './build-summary'
import { measuredSeries } from './summary-rows'

/** A benchmark before it is measured. */
interface Line {
  code: string
  name: string
  leg: Daily
  inception: string
  ended: string | null
  endedReason: string | null
}

interface Context {
  windows: TradingWindows
  t: Translator
}

/** Two legs with a larger difference on a day are not the same benchmark: a hundredth of a basis point. */
const SAME_MAX = 1e-6

/**
 * Returns what the market did in the week, the month and the year: the average of the universe, then the market's
 * indices and those of the portfolios, each index once. A benchmark without any return is left out, and so is an index that
 * ended before the week. Empty for the report of one series.
 */
export function marketLine(inputs: ReportInputs, parts: SummaryParts): MarketBenchmark[] {
  if (inputs.only !== null) return []
  const { windows, t } = parts.context
  const indices = marketIndices(inputs, parts)
  const lines = [...universeLines(inputs, parts), ...indices, ...portfolioIndices(inputs, parts).filter(isOther)]
  return lines.filter(({ leg }) => leg.some(isKnown)).map((line) => benchmarkOf(line, { windows, t }))

  function isOther({ code, name }: Line): boolean {
    return indices.every((index) => index.code !== code && index.name !== name)
  }
}

function isKnown(value: number | null): value is number {
  return value !== null
}

/** Returns the indices of the market that have returns and have not ended before the week, in their order. */
function marketIndices({ catalogue, indexReturns, days }: ReportInputs, { summary }: SummaryParts): Line[] {
  const returns = new Map(indexReturns.map((raw) => [raw.code, raw]))
  return catalogue.indices
    .filter((entry) => isInWeek(entry, summary.week.firstDay))
    .map((entry) => ({ ...entry, leg: measuredIndex(entry, returns.get(entry.code), days) }))
    .filter(({ leg }) => leg.some(isKnown))
}

/** Returns the average of the universe on the trading days, as the first line has it; null on days without it. */
export function universeAverage(inputs: ReportInputs, parts: SummaryParts): Daily {
  const [first] = universes(inputs, parts)
  return first?.leg ?? inputs.days.map(() => null)
}

function universeLines(inputs: ReportInputs, parts: SummaryParts): Line[] {
  const { t } = parts.context
  return universes(inputs, parts).map(({ leg, entry }, index) => ({
    code: index === 0 ? 'universe' : `universe.${entry.code}`,
    name: index === 0 ? t('market.universe') : t('market.universeOf', { factor: entry.shortName }),
    ...lifeOf(leg, inputs.days),
  }))
}

interface Universe {
  leg: Daily
  /** The factor with the earliest inception of those that have this average. */
  entry: FactorEntry
}

/**
 * Returns the benchmark legs of the factors that differ, that of the factor with the earliest inception first. A leg has
 * the days of all factors with the same one, those that have ended included. Of many factors it is that first one alone:
 * which others are read changes from week to week.
 */
function universes(inputs: ReportInputs, { named }: SummaryParts): Universe[] {
  const { catalogue, ended, many } = inputs
  const inWeek = new Set(catalogue.factors)
  const ofEnded = measuredSeries({ ...inputs, catalogue: { factors: ended.factors, portfolios: [] } }).factors
  const legs = [...named.map(({ series }) => series), ...ofEnded].flatMap(({ excess }) =>
    excess ? [excess.against] : [],
  )
  const found: Universe[] = []
  const byInception = [...catalogue.factors, ...ended.factors]
    .map((entry, index) => ({ entry, leg: legs[index] ?? [] }))
    .toSorted((a, b) => (a.entry.inception < b.entry.inception ? -1 : a.entry.inception > b.entry.inception ? 1 : 0))
  for (const { entry, leg } of byInception) {
    const same = found.find((known) => isSame(known.leg, leg))
    if (same) same.leg = filled(same.leg, leg)
    else if (inWeek.has(entry) && (many === null || found.length === 0)) found.push({ entry, leg })
  }
  return found
}

/** Returns the indices of the portfolios in their order; a leg has the days of all portfolios with the same index. */
function portfolioIndices({ days }: ReportInputs, { portfolios }: SummaryParts): Line[] {
  const legs = new Map<string, { name: string; leg: Daily }>()
  for (const { entry, series } of portfolios) {
    const { benchmarkCode, benchmarkName } = entry
    const leg = series.primary.against
    const known = legs.get(benchmarkCode)
    legs.set(benchmarkCode, { name: benchmarkName, leg: known ? filled(known.leg, leg) : leg })
  }
  return [...legs].map(([code, { name, leg }]) => ({ code, name, ...lifeOf(leg, days) }))
}

/** Returns the life of a benchmark that has no entry in the catalogue: it begins with its first return, '' without one. */
function lifeOf(leg: Daily, days: readonly string[]) {
  const inception = days[leg.findIndex(isKnown)] ?? ''
  return { leg, inception, ended: null, endedReason: null }
}

/** Returns whether two legs have days in common, and are equal on them. */
function isSame(known: Daily, other: Daily): boolean {
  let shared = 0
  for (let day = 0; day < other.length; day++) {
    const [a, b] = [known[day] ?? null, other[day] ?? null]
    if (a === null || b === null) continue
    if (Math.abs(a - b) > SAME_MAX) return false
    shared += 1
  }
  return shared > 0
}

/** Returns a leg with the days that it lacks from another. */
function filled(leg: Daily, other: Daily): Daily {
  return leg.includes(null) ? leg.map((value, day) => value ?? other[day] ?? null) : leg
}

function benchmarkOf({ code, name, leg, inception, ended, endedReason }: Line, { windows, t }: Context) {
  const id = `${code}.market`
  const weeks = windows.weeks.map(({ from, to }) => periodReturn(leg, from, to))
  const { cells, leastPast } = windows.terms
  const week = historicalCell(`${id}.${cells.week}`, weeks.at(-1) ?? null, weeks.slice(0, -1), leastPast)
  const series = { code, inception, ended, primary: { leg, against: leg }, excess: null }
  return {
    code,
    name,
    returns: { ...absoluteReturns(id, leg, windows), week },
    note: missingReason({ series, name, endedReason }, windows, t),
  }
}
