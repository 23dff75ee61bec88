import { type CatalogueFile, catalogueSchema } from '@/lib/catalogue/catalogue-schema'
import type { Prisma } from '@/lib/db/generated/prisma/client'
import { toIsoDate } from '@/lib/db/queries/plain-date'

/** Reads the catalogue of the store in the form of a catalogue file. */
export async function readStoredCatalogue(tx: Prisma.TransactionClient): Promise<CatalogueFile> {
  const factors = await tx.factor.findMany()
  const portfolios = await tx.portfolio.findMany()
  const reportIssues = await tx.reportIssue.findMany()
  return catalogueSchema.parse({
    markets: await tx.market.findMany(),
    families: await tx.family.findMany(),
    factors: factors.map((row) => ({ ...row, inception: toIsoDate(row.inception) })),
    portfolios: portfolios.map((row) => ({ ...row, inception: toIsoDate(row.inception) })),
    reportIssues: reportIssues.map((row) => ({
      ...row,
      weekEnd: toIsoDate(row.weekEnd),
      issueDate: toIsoDate(row.issueDate),
    })),
  })
}
