import { type CompleteCatalogue, POSITION_MAX } from '@/lib/catalogue/catalogue-schema'
import { entryKey } from '@/lib/catalogue/entry-key'
import type { Prisma } from '@/lib/db/generated/prisma/client'
import type { RowCounts } from '@/lib/import/outcome/import-outcome'
import { compareRows, type RowChanges } from './compare-rows'

type Transaction = Prisma.TransactionClient
type Row<Section extends keyof CompleteCatalogue> = CompleteCatalogue[Section][number]

export type CatalogueChanges = { [Section in keyof CompleteCatalogue]: RowChanges<Row<Section>> }

export function compareCatalogues(file: CompleteCatalogue, stored: CompleteCatalogue): CatalogueChanges {
  return {
    markets: compareRows(file.markets, stored.markets, entryKey),
    families: compareRows(file.families, stored.families, entryKey),
    factors: compareRows(file.factors, stored.factors, entryKey),
    portfolios: compareRows(file.portfolios, stored.portfolios, entryKey),
    reportIssues: compareRows(file.reportIssues, stored.reportIssues, entryKey),
    closures: compareRows(file.closures, stored.closures, entryKey),
    aliases: compareRows(file.aliases, stored.aliases, entryKey),
  }
}

export function countChanges(changes: CatalogueChanges): RowCounts {
  const counts = { rowsNew: 0, rowsRestated: 0, rowsUnchanged: 0 }
  for (const { added, changed, unchanged } of Object.values(changes)) {
    counts.rowsNew += added.length
    counts.rowsRestated += changed.length
    counts.rowsUnchanged += unchanged
  }
  return counts
}

/**
 * Writes new and changed rows, in this order: factors refer to families and markets, portfolios to factors. Closures
 * and aliases are in the catalogue's history alone.
 */
export async function writeCatalogue(tx: Transaction, changes: CatalogueChanges): Promise<void> {
  await writeMarkets(tx, changes.markets)
  await writeFamilies(tx, changes.families)
  await writeFactors(tx, changes.factors)
  await writePortfolios(tx, changes.portfolios)
  await writeReportIssues(tx, changes.reportIssues)
}

async function writeMarkets(tx: Transaction, { added, changed }: RowChanges<Row<'markets'>>): Promise<void> {
  for (const { code, ...data } of changed) await tx.market.update({ where: { code }, data })
  await tx.market.createMany({ data: added })
}

async function writeFamilies(tx: Transaction, { added, changed }: RowChanges<Row<'families'>>): Promise<void> {
  await tx.family.updateMany(moveAside(changed))
  for (const { code, ...data } of changed) await tx.family.update({ where: { code }, data })
  await tx.family.createMany({ data: added })
}

async function writeFactors(tx: Transaction, { added, changed }: RowChanges<Row<'factors'>>): Promise<void> {
  await tx.factor.updateMany(moveAside(changed))
  for (const { code, ...data } of changed.map(withLifeDates)) await tx.factor.update({ where: { code }, data })
  await tx.factor.createMany({ data: added.map(withLifeDates) })
}

async function writePortfolios(tx: Transaction, { added, changed }: RowChanges<Row<'portfolios'>>): Promise<void> {
  await tx.portfolio.updateMany(moveAside(changed))
  for (const { code, ...data } of changed.map(withLifeDates)) await tx.portfolio.update({ where: { code }, data })
  await tx.portfolio.createMany({ data: added.map(withLifeDates) })
}

async function writeReportIssues(tx: Transaction, { added, changed }: RowChanges<Row<'reportIssues'>>): Promise<void> {
  for (const { weekEnd, ...data } of changed.map(withDates)) await tx.reportIssue.update({ where: { weekEnd }, data })
  await tx.reportIssue.createMany({ data: added.map(withDates) })
}

/**
 * Moves changed rows to temporary positions. Positions are always unique; without this, two rows could not swap theirs.
 */
function moveAside(rows: { code: string }[]) {
  return { where: { code: { in: rows.map(({ code }) => code) } }, data: { position: { increment: POSITION_MAX } } }
}

function withLifeDates<Series extends { inception: string; ended: string | null }>(series: Series) {
  return {
    ...series,
    inception: new Date(series.inception),
    ended: series.ended === null ? null : new Date(series.ended),
  }
}

function withDates(issue: Row<'reportIssues'>) {
  return { ...issue, weekEnd: new Date(issue.weekEnd), issueDate: new Date(issue.issueDate) }
}
