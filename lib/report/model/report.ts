/** The Report model: all data of one week for the page, the PDF and the exports. It contains every number once. */
import type { Measure, Standing, Windows } from '@/lib/analysis/cell'
import type { CoefficientMeans } from '@/lib/analysis/coefficient-means'
import type { ContributionTable } from '@/lib/analysis/contributions/contribution-table'
import type { ExcessRisk } from '@/lib/analysis/statistics/line-risk'
import type { WindowLabels } from '@/lib/analysis/trading-windows'
import type { Convention } from '@/lib/base/convention'
import type { Locale } from '@/lib/base/locale'
import type { WindowKind } from '@/lib/base/window-kind'
import type { Figure, PageFigure } from '@/lib/figures/page-figure'
import type { DeskTexts } from '@/lib/texts/desk-texts'
import type { RichBlock } from '@/lib/texts/rich-text'
import type { FamilyTotals, ShownFamily } from './family-totals'
import type { MarketBenchmark } from './market-line'
import type { SimilarWeeks } from './similar-weeks'

export interface Report {
  /** Parameters that determine the report. */
  version: number
  locale: Locale
  convention: Convention
  /** What the report is of. In an issue "week" is the month or the quarter, as TradingWindows says. */
  window: WindowKind
  week: ReportWeek
  /** Markets with data, the default market first. */
  markets: { code: string; name: string; isShown: boolean }[]
  /** Authors and date of the issue; null when the store has no issue for this week. */
  issue: ReportIssueText | null
  /** True when any loaded data is synthetic. */
  isDemo: boolean
  /** Clauses of the headline: a line may break between two clauses, never within one. */
  headline: string[]
  /** What the market did, before what the factors did: benchmarks that the store has, each once. */
  market: MarketBenchmark[]
  /** Portfolios first, then by topic; the rarest first within a topic. */
  keyPoints: KeyPoint[]
  plainList: PlainLine[]
  /** Shorter lines of the series that the catalogue gives a key point of their own. */
  ownKeyPoints: PlainLine[]
  /** Families in their order, each with its factors. */
  table1: FamilyGroup[]
  table2: PortfolioRow[]
  /** Unit, cost and rebalancing of table 2. */
  table2Note: string
  /** Reason for the dashes in a row; `letter` follows the row's name. */
  missingNotes: MissingNote[]
  /** Years of the report's windows whose closures are not known, so that their trading days may change; none usually. */
  provisionalYears: string[]
  dataQuality: DataQuality
  weekBefore: WeekBefore
  /** null for a report of one series, for a page of a family, and for an issue. */
  similarWeeks: SimilarWeeks | null
  sections: Section[]
  /** Number of factors above zero in each of the last weeks, oldest first, the report's own week last; none in an issue. */
  weekStrip: WeekCount[]
  labels: WindowLabels
  /** What the desk wrote of the week; null when it wrote nothing. */
  written: WrittenTexts | null
  /** All factors of a report of many, whose tables, lines and sections then have only the chosen ones; null for few. */
  many: ManyFactors | null
}

/** Tables of a report and the data that they need, for all pages that list series. */
export type Summary = Pick<
  Report,
  | 'version'
  | 'locale'
  | 'convention'
  | 'window'
  | 'week'
  | 'isDemo'
  | 'table1'
  | 'table2'
  | 'table2Note'
  | 'missingNotes'
  | 'provisionalYears'
  | 'labels'
  | 'many'
>

/** The days of a report; ISO year and week are those of the as-of date. */
export interface ReportWeek {
  isoYear: number
  isoWeek: number
  monday: string
  sunday: string
  /** First and last trading day of the week, month or quarter up to the as-of date. */
  firstDay: string
  asOf: string
}

export interface ReportIssueText {
  /** null for an issue that only the desk's texts make. */
  issueDate: string | null
  title: string
  authors: string[]
  /** Each with the date of a report, an address elsewhere, or neither. */
  related: { date: string | null; title: string; url: string | null }[]
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

/** Text with marked figures and names, so that each output can link, colour and never break them. */
export type Phrase = PhrasePart[]
export type PhrasePart =
  | { kind: 'text'; text: string }
  | { kind: 'name'; code: string; text: string }
  /**
   * `cell` is the id of the figure's cell. `size` omits the sign where the words give the direction ("lagged its index
   * by 0.70%").
   */
  | { kind: 'figure'; cell: string; value: number | null; form: 'signed' | 'size' }
  /**
   * Another number in words or digits. `of` names it: `up:week` (number of factors), `percentile:<cell>` (position
   * among past weeks), `zScore:<series>`, `streak:<series>`, `wins:<series>` and others; `cell` is the cell that it
   * describes.
   */
  | { kind: 'fact'; text: string; of: string; cell: string | null }

/** The texts of the desk in the language of the report, with its figures. */
export interface WrittenTexts {
  /** As written in both languages, with marks for figures. */
  source: DeskTexts
  /** Empty when there is none. */
  commentary: RichBlock<PhrasePart>[]
  /** By the id of a section; only sections with a commentary. */
  sectionCommentary: Record<string, RichBlock<PhrasePart>[]>
  /** Plain text that follows the disclosures of the publisher; null for none. */
  disclosures: string | null
  /** Ids of sections that the page and the PDF leave out. */
  hiddenSections: string[]
  /** What the report would say without them. */
  drafted: Pick<Report, 'headline' | 'keyPoints' | 'issue' | 'sections'>
}

/** A row with the figures that need no day on its own. */
export interface ComparedRow {
  code: string
  /** Section number of a factor; row number in table 2 of a portfolio. */
  number: number
  name: string
  shortName: string
  /** Long-short return of a factor, excess of a portfolio. */
  primary: Measure
  /** Long excess of a factor; null for a portfolio. */
  longExcess: Measure | null
  standing: Omit<Standing, 'drawdown'>
  noteLetter: string | null
}

/** A factor of a report of many: its weeks have percentiles, its longer windows have none. */
export interface WindowRow extends ComparedRow {
  longExcess: Measure
}

export interface SummaryRow extends ComparedRow {
  standing: Standing
  /** Of a factor, over the year to date; null for a portfolio. */
  coefficients: CoefficientMeans | null
  /** Relative strength (portfolio: NAV ratio) at the end of each week of the year, its start first; null where undefined. */
  spark: (number | null)[]
}

export interface FactorRow extends SummaryRow {
  longExcess: Measure
  coefficients: CoefficientMeans
}

export interface PortfolioRow extends SummaryRow {
  /** The portfolio's own return after costs, whatever its index did. Not compared with its past. */
  absolute: Windows
  /** Of its excess, over one year. */
  risk: ExcessRisk
  /** Name of its index. */
  benchmark: string
  /** Bounds of its size exposure, "neutral" when they are 0. */
  sizeExposure: string
}

export interface FamilyGroup<Row = FactorRow> {
  code: string
  name: string
  /** Number of its factors above and below zero this week. */
  up: number
  down: number
  rows: Row[]
}

export interface ManyFactors {
  /** Families in their order, each with all of its factors. */
  families: FamilyGroup<WindowRow>[]
  /** Totals of each family, in the same order, and of all factors. */
  totals: FamilyTotals[]
  all: FamilyTotals
  /** Codes of the factors in table 1 and in the sections, the first chosen first. */
  chosen: string[]
  /** Factors whose long-short return of the week is outside the usual band of their past weeks. */
  unusual: number
  /** The family that is shown; null when the report shows the most unusual factors. */
  shown: ShownFamily | null
}

export interface MissingNote {
  letter: string
  code: string
  text: string
}

/** Changes since the week before, by the factors' long-short returns. */
export interface WeekBefore {
  /** Last trading day of the week before; null when there is none. */
  asOf: string | null
  /** Factors with a value in both weeks. */
  compared: number
  /** Factors with a rank this week. */
  ranked: number
  /** Above (below) zero this week but not the week before, the largest first. */
  turned: { up: ComparedRow[]; down: ComparedRow[] }
  /** The largest move first. */
  risen: RankMove[]
  fallen: RankMove[]
  /** Week beside month, and week over year to date; none in a report of many factors. */
  figures: PageFigure[]
}

export interface RankMove {
  row: ComparedRow
  /** 1 is the highest. */
  rank: number
  lastRank: number
}

/** Whether the data of the report can be trusted, and which series need a check. */
export interface DataQuality {
  /** Number of checked series: those that have begun by the as-of date. */
  checked: number
  /** Number of series that begin later. */
  later: number
  /** In the order of the tables; empty when there are none. */
  findings: QualityFinding[]
}

/** `late`: ends before the as-of date; `stale`: repeats one value; `outlying`: far from its own past. */
export type QualityKind = 'late' | 'missing' | 'stale' | 'outlying' | 'restated'

export interface QualityFinding {
  kind: QualityKind
  code: string
  /** Data version of the restatement; null for other findings. */
  version: number | null
  /** One sentence with the series, its days and the problem. */
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
  /** That its data begin after its inception; that it has ended, and why, unless the note of its dashes says so. */
  life: string[]
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
  /** TeX of the objective function, and the meaning of its symbols. */
  objective: string
  objectiveLegend: { symbol: string; meaning: string }[]
  /** Execution and costs. */
  assumptions: string
  parts: PortfolioPart[]
}

interface PortfolioPart {
  code: string
  name: string
  life: string[]
  commentary: Phrase
  figures: Figure[]
  /** What the excess of week, month and year comes from; null when no day of them has contributions. */
  contributions: ContributionTable | null
}

export interface RiskSection {
  kind: 'risk'
  number: number
  title: string
  risks: string[]
}
