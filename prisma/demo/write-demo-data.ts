import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildCatalogue } from './catalogue'
import { contributionsCsv } from './contributions'
import { factorReturnsCsv, indexReturnsCsv, portfolioReturnsCsv } from './return-files'
import { simulateDemo } from './simulate'

/** Paths of the files for the importer, in this order. */
export interface DemoFiles {
  catalogue: string
  factorReturns: string
  portfolioReturns: string
  indexReturns: string
  contributions: string
}

/**
 * Writes the demo data as ordinary import files, always with the same bytes. It is synthetic, but the published figures
 * of the week of 2024-08-30 follow from it. Creates a missing folder. Throws the errors of the file system.
 * @param folder target folder; files of the same names are replaced
 */
export async function writeDemoData(folder: string): Promise<DemoFiles> {
  const { days, factors, portfolios, indices } = simulateDemo()
  const files = demoFilesIn(folder)
  await mkdir(folder, { recursive: true })
  await writeFile(files.catalogue, `${JSON.stringify(buildCatalogue(days), null, 2)}\n`)
  await writeFile(files.factorReturns, factorReturnsCsv(factors))
  await writeFile(files.portfolioReturns, portfolioReturnsCsv(portfolios))
  await writeFile(files.indexReturns, indexReturnsCsv(indices))
  await writeFile(files.contributions, contributionsCsv(portfolios))
  return files
}

/** Returns the paths of the demo's files in a folder. */
export function demoFilesIn(folder: string): DemoFiles {
  return {
    catalogue: join(folder, 'catalogue.json'),
    factorReturns: join(folder, 'factor-returns.csv'),
    portfolioReturns: join(folder, 'portfolio-returns.csv'),
    indexReturns: join(folder, 'index-returns.csv'),
    contributions: join(folder, 'contributions.csv'),
  }
}
