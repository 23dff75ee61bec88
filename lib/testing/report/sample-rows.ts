/** For tests: rows of the two tables from week returns, entries of a catalogue, and a series from one leg. */

import type { Cell, Measure, Standing } from '@/lib/analysis/cell'
import type { Daily, MeasuredSeries } from '@/lib/analysis/measured-series'
import type { FactorEntry, PortfolioEntry } from '@/lib/report/model/inputs'
import type { FactorRow, FamilyGroup, PortfolioRow } from '@/lib/report/model/report'

/** The week return of a factor, decimal fraction; or its return, its percentile and its year. */
export type SampleFactor = number | null | { week: number | null; percentile?: number | null; year?: number | null }

/**
 * Makes groups of rows by family and factor. By default month and year equal the week, and the percentile is a half.
 */
export function sampleFamilies(families: Record<string, Record<string, SampleFactor>>): FamilyGroup[] {
  return Object.entries(families).map(([name, factors]) => {
    const rows = Object.entries(factors).map(([factor, sample]) => factorRow(factor, sample))
    const count = (isOne: (week: number) => boolean) =>
      rows.filter(({ primary }) => primary.week.value !== null && isOne(primary.week.value)).length
    return { code: name, name, up: count((week) => week >= 0.00005), down: count((week) => week <= -0.00005), rows }
  })
}

export function samplePortfolioRow(name: string, week: number | null, percentile: number | null = 0.5): PortfolioRow {
  const head = { ...rowHead(name), benchmark: 'Index', sizeExposure: 'neutral' }
  return {
    ...head,
    standing: standingOf(`${name}.excess`),
    primary: measureOf(`${name}.excess`, { week, percentile }),
    absolute: measureOf(`${name}.absolute`, { week, percentile: null }),
    risk: { trackingError: null, informationRatio: null, maximumDrawdown: null },
    longExcess: null,
    coefficients: null,
  }
}

function factorRow(name: string, sample: SampleFactor): FactorRow {
  const known = sample === null || typeof sample === 'number' ? { week: sample } : sample
  const longExcess = measureOf(`${name}.longExcess`, { week: null })
  const primary = measureOf(`${name}.longShort`, known)
  return {
    ...rowHead(name),
    primary,
    longExcess,
    coefficients: { rankIc: null, rankIcir: null, ic: null },
    standing: standingOf(`${name}.longShort`),
  }
}

function measureOf(id: string, sample: Exclude<SampleFactor, number | null>): Measure {
  const { week, percentile = week === null ? null : 0.5, year = week } = sample
  const cell = (window: string, value: number | null): Cell => ({ id: `${id}.${window}`, value, percentile })
  const winRate = { wins: 4, periods: 8 }
  return { week: cell('week', week), month: cell('month', week), year: cell('year', year), winRate, periods: [] }
}

/** Returns the history of a row without past weeks. */
function standingOf(id: string): Standing {
  const blank = (window: string): Cell => ({ id: `${id}.${window}`, value: null, percentile: null })
  const [lastWeek, change, quarter] = [blank('lastWeek'), blank('change'), blank('quarter')]
  const [oneYear, drawdown] = [blank('oneYear'), blank('drawdown')]
  return { lastWeek, change, quarter, oneYear, drawdown, zScore: null, streak: null, rank: null, lastRank: null }
}

function rowHead(name: string) {
  return { code: name, number: 1, name, shortName: name, spark: [], noteLetter: null }
}

export function sampleFactorEntry(own: Partial<FactorEntry> = {}): FactorEntry {
  return {
    code: 'skewness',
    position: 1,
    familyCode: 'intraday',
    marketCode: 'CN',
    rebalance: 'monthly',
    inception: '2014-01-02',
    name: '偏度因子',
    otherName: 'Skewness factor',
    shortName: '偏度',
    description: '描述。',
    universe: '全市场',
    reference: null,
    ended: null,
    ownKeyPoint: false,
    endedReason: null,
    ...own,
  }
}

export function samplePortfolioEntry(own: Partial<PortfolioEntry> = {}): PortfolioEntry {
  return {
    code: 'enhanced',
    position: 1,
    marketCode: 'CN',
    alphaFactorCode: 'skewness',
    rebalance: 'weekly',
    inception: '2014-01-02',
    name: '指数增强',
    otherName: 'Index enhanced',
    shortName: '增强',
    benchmarkCode: '000905',
    benchmarkName: '指数',
    stockDeviationMax: 0.01,
    sizeExposureMin: 0,
    sizeExposureMax: 0,
    valueExposureMin: 0,
    valueExposureMax: 0,
    conventionalExposureMin: -0.8,
    conventionalExposureMax: 0.8,
    industryDeviationMax: 0,
    oneWayTurnoverMax: 0.3,
    roundTripCostBps: 30,
    ended: null,
    ownKeyPoint: false,
    endedReason: null,
    ...own,
  }
}

/** Makes a series with the returns of its leg against a benchmark of 0. */
export function sampleSeries(leg: Daily, inception: string): MeasuredSeries {
  return { code: 'a', inception, ended: null, primary: { leg, against: leg.map(() => 0) }, excess: null }
}
