/** For tests: the demo data as the inputs of the report of any week. */

import type { EntryRow } from '@/lib/catalogue/catalogue-entry'
import type { Catalogue } from '@/lib/db/queries/get-catalogue'
import { localisedCatalogue } from '@/lib/db/queries/get-localised-catalogue'
import { localisedIssue } from '@/lib/db/queries/get-report-issue'
import { NEUTRAL_PUBLISHER } from '@/lib/publisher/neutral'
import type { ReportInputs } from '@/lib/report/model/inputs'
import { shanghaiDays } from '@/lib/testing/calendar/shanghai'
import { demoFiles } from '@/lib/testing/demo/demo-files'
import { type CsvRow, readDemoRows } from '@/lib/testing/demo/demo-rows'

/** The part that is equal for all weeks. */
export interface Demo extends Pick<ReportInputs, 'factorReturns' | 'portfolioReturns'> {
  catalogue: Catalogue
  /** Trading days from the start of 2014 to 2024-08-30, ascending ISO dates. */
  days: string[]
  issues: EntryRow<'report_issue'>[]
  /** Lines of the two CSV files. */
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
  const { reportIssues, ...read }: Catalogue & { reportIssues: Demo['issues'] } = JSON.parse(texts[0])
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
  Pick<ReportInputs, 'locale' | 'convention' | 'only' | 'isDemo' | 'factorReturns' | 'restatements' | 'coefficients'>
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
    days: demo.days.filter((day) => day <= asOf),
    provisionalYears: [],
    issue: issue ? localisedIssue(issue, locale) : null,
    restatements: [],
    laterRestatements: [],
    ...overrides,
  }
}

function datesOf(rows: CsvRow[]): string[] {
  return rows.map(({ date }) => date)
}
