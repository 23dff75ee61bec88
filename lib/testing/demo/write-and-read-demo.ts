/** For tests: writes the demo into a folder of its own, reads the files back as text, and removes the folder. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeDemoData } from '@/prisma/demo/write-demo-data'

/** One line of a CSV file: cells by column. */
export interface CsvRow {
  [column: string]: string
  date: string
  series: string
}

export interface DemoRows {
  /** The files as they were written: catalogue, factor returns, portfolio returns. */
  texts: [catalogue: string, factorReturns: string, portfolioReturns: string]
  factors: CsvRow[]
  portfolios: CsvRow[]
}

export async function writeAndReadDemo(): Promise<DemoRows> {
  const folder = await mkdtemp(join(tmpdir(), 'factor-weekly-demo-'))
  try {
    const paths = await writeDemoData(folder)
    const catalogue = await readFile(paths.catalogue, 'utf8')
    const factorReturns = await readFile(paths.factorReturns, 'utf8')
    const portfolioReturns = await readFile(paths.portfolioReturns, 'utf8')
    return {
      texts: [catalogue, factorReturns, portfolioReturns],
      factors: readRows(factorReturns),
      portfolios: readRows(portfolioReturns),
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

function readRows(text: string): CsvRow[] {
  const [header = '', ...lines] = text.trimEnd().split('\n')
  const columns = header.split(',')
  return lines.map((line) => {
    const cells = line.split(',')
    const [date = '', series = ''] = cells
    return { ...Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? ''])), date, series }
  })
}
