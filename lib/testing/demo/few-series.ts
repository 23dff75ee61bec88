/** A part of the demo for tests to which the number of series does not matter. A long run takes all series. */
import { readFile } from 'node:fs/promises'
import type { ReportInputs } from '@/lib/report/model/inputs'
import { IS_LONG_RUN } from '@/lib/testing/run/run-mode'
import { demoFiles } from './demo-files'

/** A factor of each family and of either inception, and a portfolio. */
const FEW = ['intraday-skewness', 'post-open-buy-intention-share', 'multi-granularity-10d', 'csi500-ai-enhanced']

const isWanted = (code: string) => IS_LONG_RUN || FEW.includes(code)

/** Returns the inputs of a report with few series. */
export function withFewSeries(inputs: ReportInputs): ReportInputs {
  const few = <Entry extends { code: string }>(entries: Entry[]) => entries.filter(({ code }) => isWanted(code))
  const { catalogue, factorReturns, portfolioReturns } = inputs
  return {
    ...inputs,
    catalogue: { ...catalogue, factors: few(catalogue.factors), portfolios: few(catalogue.portfolios) },
    factorReturns: few(factorReturns),
    portfolioReturns: few(portfolioReturns),
  }
}

/** Report issues among few series: those of the last weeks. */
const ISSUES = 40

/** The texts of the demo's import files, by kind. */
interface DemoTexts {
  catalogue: string
  factorReturns: string
  portfolioReturns: string
}

/** Returns the texts of the demo's import files with few series and report issues. */
export async function fewSeriesFiles(): Promise<DemoTexts> {
  const paths = await demoFiles()
  const { factors, portfolios, reportIssues, ...rest } = JSON.parse(await readFile(paths.catalogue, 'utf8'))
  const few = (entries: { code: string }[]) => entries.filter(({ code }) => isWanted(code))
  return {
    catalogue: JSON.stringify({
      ...rest,
      factors: few(factors),
      portfolios: few(portfolios),
      reportIssues: IS_LONG_RUN ? reportIssues : reportIssues.slice(-ISSUES),
    }),
    factorReturns: withFewRows(await readFile(paths.factorReturns, 'utf8')),
    portfolioReturns: withFewRows(await readFile(paths.portfolioReturns, 'utf8')),
  }
}

/** Keeps the header and the rows of few series: "date,series,…". */
function withFewRows(csv: string): string {
  const [header, ...rows] = csv.trimEnd().split('\n')
  return [header, ...rows.filter((row) => isWanted(row.split(',')[1] ?? '')), ''].join('\n')
}
