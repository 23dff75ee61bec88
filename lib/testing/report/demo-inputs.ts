/** For tests: the demo data as the inputs of the report of any week. */

import { readFile } from 'node:fs/promises'
import { contributionsFrom } from '@/lib/analysis/contributions/get-known-contributions'
import type { WindowKind } from '@/lib/base/window-kind'
import type { EntryRow } from '@/lib/catalogue/catalogue-entry'
import { localise } from '@/lib/catalogue/localise'
import type { Catalogue } from '@/lib/db/queries/get-catalogue'
import type { ContributionDay, PortfolioContributions } from '@/lib/db/queries/get-contributions'
import { localisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { localisedIssue } from '@/lib/db/queries/get-report-issue'
import { NEUTRAL_PUBLISHER } from '@/lib/publisher/neutral'
import type { ReportInputs } from '@/lib/report/model/inputs'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { demoFiles } from '@/lib/testing/demo/demo-files'
import { type CsvRow, readDemoRows, readRows } from '@/lib/testing/demo/demo-rows'

/** The part that is equal for all weeks. */
export interface Demo extends Pick<ReportInputs, 'factorReturns' | 'portfolioReturns'> {
  catalogue: Catalogue
  /** Trading days from the start of 2014 to 2024-08-30, ascending ISO dates. */
  days: string[]
  issues: EntryRow<'report_issue'>[]
  /** Daily contributions of the portfolios, and the names of their components. */
  contributions: PortfolioContributions[]
  components: EntryRow<'component'>[]
  /** Lines of the two CSV files of returns. */
  rows: CsvRow[]
}

let shared: Promise<Demo> | null = null

/** Reads the demo's import files without importer and database, once for each process: do not change the result. */
export function readDemo(): Promise<Demo> {
  shared ??= readFiles()
  return shared
}

async function readFiles(): Promise<Demo> {
  const { texts, factors, portfolios } = await readDemoRows(await demoFiles())
  const {
    reportIssues,
    components,
    ...read
  }: Catalogue & {
    reportIssues: Demo['issues']
    components: Demo['components']
  } = JSON.parse(texts[0])
  const contributions = readRows(await readFile((await demoFiles()).contributions, 'utf8'))
  const goesOn = { ended: null, endedReasonZh: null, endedReasonEn: null }
  const catalogue = {
    ...read,
    factors: read.factors.map((entry) => ({ ...entry, ...goesOn })),
    portfolios: read.portfolios.map((entry) => ({ ...entry, ...goesOn })),
    indices: read.indices.map((entry) => ({ ...entry, ...goesOn })),
  }
  return {
    catalogue,
    issues: reportIssues,
    components,
    contributions: catalogue.portfolios.map(({ code }) => ({
      code,
      days: contributionDays(contributions.filter(({ series }) => series === code)),
    })),
    days: shanghaiDays('2014-01-01', '2024-08-30'),
    rows: [...factors, ...portfolios],
    factorReturns: catalogue.factors.map(({ code }) => {
      const own = factors.filter(({ series }) => series === code)
      const column = (leg: string) => own.map((row) => Number(row[leg]))
      return { code, dates: datesOf(own), long: column('long'), short: column('short'), benchmark: column('benchmark') }
    }),
    portfolioReturns: catalogue.portfolios.map(({ code }) => {
      const own = portfolios.filter(({ series }) => series === code)
      const column = (leg: string) => own.map((row) => Number(row[leg]))
      return { code, dates: datesOf(own), portfolio: column('portfolio'), benchmark: column('benchmark') }
    }),
  }
}

type Overrides = Partial<
  Pick<
    ReportInputs,
    'locale' | 'convention' | 'window' | 'only' | 'isDemo' | 'factorReturns' | 'restatements' | 'coefficients'
  >
>

/**
 * Returns the inputs of the week that ends on `asOf`, by default in Chinese and arithmetic. They keep later rows, which
 * a report must ignore.
 */
export function demoInputs(demo: Demo, asOf: string, overrides: Overrides = {}): ReportInputs {
  const locale = overrides.locale ?? 'zh'
  const issue = demo.issues.find(({ weekEnd }) => weekEnd === asOf)
  return {
    version: 3,
    locale: 'zh',
    convention: 'arithmetic',
    window: 'week',
    only: null,
    isDemo: true,
    publisher: NEUTRAL_PUBLISHER.name[locale],
    market: 'CN',
    markets: ['CN'],
    ended: { factors: [], portfolios: [] },
    many: null,
    catalogue: localisedCatalogue(demo.catalogue, locale),
    factorReturns: demo.factorReturns,
    portfolioReturns: demo.portfolioReturns,
    indexReturns: [],
    coefficients: [],
    contributions: contributionsTo(demo, asOf, overrides.window),
    components: demo.components.map((entry) => localise(entry, locale)),
    days: demo.days.filter((day) => day <= asOf),
    provisionalYears: [],
    issue: issue ? localisedIssue(issue, locale) : null,
    restatements: [],
    laterRestatements: [],
    ...overrides,
  }
}

/** Returns the contributions in the windows of a report, as the store gives them. */
function contributionsTo(
  { contributions, days }: Demo,
  asOf: string,
  window: WindowKind = 'week',
): PortfolioContributions[] {
  const known = days.filter((day) => day <= asOf)
  const from = contributionsFrom(known, window) ?? asOf
  return contributions.flatMap(({ code, days: all }) => {
    const own = all.filter(({ date }) => date >= from && date <= asOf)
    return own.length === 0 ? [] : [{ code, days: own }]
  })
}

/** Groups the lines of a portfolio by day. */
function contributionDays(lines: CsvRow[]): ContributionDay[] {
  const days: ContributionDay[] = []
  for (const { date, group = '', component = '', contribution } of lines) {
    if (days.at(-1)?.date !== date) days.push({ date, parts: [] })
    days.at(-1)?.parts.push({ group, component: component || null, value: Number(contribution) })
  }
  return days
}

function datesOf(rows: CsvRow[]): string[] {
  return rows.map(({ date }) => date)
}
