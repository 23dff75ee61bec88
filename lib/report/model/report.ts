/** The Report model: everything that the page, the PDF and the exports show of one week. Every number stands in it once. */
import type { Measure, Standing } from '@/lib/analysis/cell'
import type { WindowLabels } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import type { Locale } from '@/lib/base/locale'
import type { Figure, PageFigure } from '@/lib/figures/page-figure'

export interface Report {
  /** What the report is a function of. */
  version: number
  locale: Locale
  convention: Convention
  week: ReportWeek
  /** Markets with data, the usual one first. */
  markets: { code: string; name: string; isShown: boolean }[]
  /** Who published it and when; null when the store has no issue for this week. */
  issue: ReportIssueText | null
  /** True when any loaded data is synthetic. */
  isDemo: boolean
  /** Clauses of the headline: a line may break between two, never within one. */
  headline: string[]
  /** The rarest first. */
  keyPoints: KeyPoint[]
  plainList: PlainLine[]
  /** Families in their order, each with its factors. */
  table1: FamilyGroup[]
  table2: PortfolioRow[]
  /** Unit, cost and rebalancing of table 2. */
  table2Note: string
  /** Why a row has dashes; `letter` stands after the row's name. */
  missingNotes: MissingNote[]
  dataQuality: DataQuality
  weekBefore: WeekBefore
  sections: Section[]
  /** How many factors were above zero in each of the last weeks, oldest first, the report's own week last. */
  weekStrip: WeekCount[]
  labels: WindowLabels
}

/** The tables of a report and what they need: all that pages show that list series. */
export type Summary = Pick<
  Report,
  | 'version'
  | 'locale'
  | 'convention'
  | 'week'
  | 'isDemo'
  | 'table1'
  | 'table2'
  | 'table2Note'
  | 'missingNotes'
  | 'labels'
>

export interface ReportWeek {
  isoYear: number
  isoWeek: number
  monday: string
  sunday: string
  /** First and last trading day of the week up to the as-of date. */
  firstDay: string
  asOf: string
}

export interface ReportIssueText {
  issueDate: string
  title: string
  authors: string[]
  related: { date: string; title: string }[]
}

export interface KeyPoint {
  label: string
  text: Phrase
}

/** All figures of a row in words. */
export interface PlainLine {
  code: string
  text: Phrase
}

/** Running text in which figures and names are marked, so that each surface can bind, colour and keep them whole. */
export type Phrase = PhrasePart[]
export type PhrasePart =
  | { kind: 'text'; text: string }
  | { kind: 'name'; code: string; text: string }
  /**
   * `cell` is the id of the cell whose figure this is. `size` leaves the sign out, where the words around it give the
   * direction ("lagged its index by 0.70%").
   */
  | { kind: 'figure'; cell: string; value: number | null; form: 'signed' | 'size' }
  /**
   * Another number in words or digits. `of` says what it is: `up:week` (how many factors), `percentile:<cell>` (place among
   * past weeks), `zScore:<series>`, `streak:<series>`, `wins:<series>` and the like; `cell` is the one that it speaks of.
   */
  | { kind: 'fact'; text: string; of: string; cell: string | null }

export interface SummaryRow {
  code: string
  /** Section number for a factor; place in table 2 for a portfolio. */
  number: number
  name: string
  shortName: string
  /** Long-short return of a factor, excess of a portfolio. */
  primary: Measure
  /** Long excess of a factor; null for a portfolio. */
  longExcess: Measure | null
  standing: Standing
  /** Relative strength (portfolio: NAV ratio) at the end of each week of the year, its start first; null where undefined. */
  spark: (number | null)[]
  noteLetter: string | null
}

export interface FactorRow extends SummaryRow {
  longExcess: Measure
}

export interface PortfolioRow extends SummaryRow {
  /** Name of its index. */
  benchmark: string
  /** Bounds of its size exposure, "neutral" when they are 0. */
  sizeExposure: string
}

export interface FamilyGroup {
  code: string
  name: string
  /** How many of its factors were above and below zero this week. */
  up: number
  down: number
  rows: FactorRow[]
}

export interface MissingNote {
  letter: string
  code: string
  text: string
}

/** What changed since the week before, by the factors' long-short returns. */
export interface WeekBefore {
  /** Last trading day of the week before; null when there is none. */
  asOf: string | null
  /** Factors with a value in both weeks. */
  compared: number
  /** Factors with a rank this week. */
  ranked: number
  /** Above (below) zero this week and not the week before, the largest first. */
  turned: { up: FactorRow[]; down: FactorRow[] }
  /** The farthest first. */
  risen: RankMove[]
  fallen: RankMove[]
  /** The week beside the month, and the week over the year to date. */
  figures: [columns: PageFigure, scatter: PageFigure]
}

export interface RankMove {
  row: FactorRow
  /** 1 is the highest. */
  rank: number
  lastRank: number
}

/** Whether the data behind the report can be trusted, and which series are to be looked at. */
export interface DataQuality {
  /** How many series were looked at. */
  checked: number
  /** In the order of the tables; empty when all is well. */
  findings: QualityFinding[]
}

/** `late`: ends before the as-of date; `stale`: repeats one value; `outlying`: far from its own past. */
export type QualityKind = 'late' | 'missing' | 'stale' | 'outlying' | 'restated'

export interface QualityFinding {
  kind: QualityKind
  code: string
  /** The data version that restated; null for anything else. */
  version: number | null
  /** One sentence with the series, its days and what is the matter. */
  text: string
}

export interface WeekCount {
  isoYear: number
  isoWeek: number
  monday: string
  /** Last trading day; null for a week without trading. */
  asOf: string | null
  up: number
  /** Factors with a value in that week. */
  known: number
  /** Mean of their long-short returns, a decimal fraction; null when there is none. */
  average: number | null
}

export type Section = FactorSection | PortfolioSection | RiskSection

export interface FactorSection {
  kind: 'factor'
  number: number
  code: string
  familyName: string
  title: string
  /** Rebalancing, universe, start. */
  facts: string
  description: string
  reference: string | null
  commentary: Phrase
  figures: Figure[]
}

export interface PortfolioSection {
  kind: 'portfolios'
  number: number
  title: string
  facts: string
  description: string
  /** Numbered list of constraints. */
  constraints: string[]
  /** TeX of the objective function, and what its symbols mean. */
  objective: string
  objectiveLegend: { symbol: string; meaning: string }[]
  /** Execution and costs. */
  assumptions: string
  parts: { code: string; name: string; commentary: Phrase; figures: Figure[] }[]
}

export interface RiskSection {
  kind: 'risk'
  number: number
  title: string
  risks: string[]
}
