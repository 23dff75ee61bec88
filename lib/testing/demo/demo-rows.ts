import { readFile } from 'node:fs/promises'
import type { DemoFiles } from '@/prisma/demo/write-demo-data'

/** One line of a CSV file: cells by column. */
export interface CsvRow {
  [column: string]: string
  date: string
  series: string
}

export interface DemoRows {
  /** The texts of the files: catalogue, factor returns, portfolio returns. */
  texts: [catalogue: string, factorReturns: string, portfolioReturns: string]
  factors: CsvRow[]
  portfolios: CsvRow[]
}

/** Reads the demo's import files as text, without importer and database. */
export async function readDemoRows(paths: DemoFiles): Promise<DemoRows> {
  const catalogue = await readFile(paths.catalogue, 'utf8')
  const factorReturns = await readFile(paths.factorReturns, 'utf8')
  const portfolioReturns = await readFile(paths.portfolioReturns, 'utf8')
  return {
    texts: [catalogue, factorReturns, portfolioReturns],
    factors: readRows(factorReturns),
    portfolios: readRows(portfolioReturns),
  }
}

/** Parses the lines of a CSV file without quotes. */
export function readRows(text: string): CsvRow[] {
  const [header = '', ...lines] = text.trimEnd().split('\n')
  const columns = header.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    const [date = '', series = ''] = cells
    return { ...Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])), date, series }
  })
}
