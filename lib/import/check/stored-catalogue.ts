import { z } from 'zod'
import { CLOSURE_LIST, readClosureList } from '@/lib/calendar/closure-list'
import { type CompleteCatalogue, catalogueSchema } from '@/lib/catalogue/catalogue-schema'
import type { Prisma } from '@/lib/db/generated/prisma/client'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import { toIsoDate } from '@/lib/db/queries/plain-date'

/** Reads the catalogue of the store in the form of a catalogue file. */
export async function readStoredCatalogue(tx: Prisma.TransactionClient): Promise<CompleteCatalogue> {
  const factors = await tx.factor.findMany()
  const portfolios = await tx.portfolio.findMany()
  const reportIssues = await tx.reportIssue.findMany()
  const markets = await tx.market.findMany()
  const stored = catalogueSchema.parse({
    markets,
    families: await tx.family.findMany(),
    factors: factors.map((row) => ({ ...row, inception: toIsoDate(row.inception) })),
    portfolios: portfolios.map((row) => ({ ...row, inception: toIsoDate(row.inception) })),
    reportIssues: reportIssues.map((row) => ({
      ...row,
      weekEnd: toIsoDate(row.weekEnd),
      issueDate: toIsoDate(row.issueDate),
    })),
    closures: [],
  })
  return { ...stored, markets, closures: await readClosures(tx) }
}

const list = z.tuple([z.object({ closures: z.string().nullable() })])

async function readClosures(tx: Prisma.TransactionClient) {
  const rows = await tx.$queryRawUnsafe(`
    select ${CLOSURE_LIST} as closures
    from catalogue_entry where kind = 'closure' and until_version = ${STILL_TRUE}`)
  const [{ closures }] = list.parse(rows)
  return readClosureList(closures)
}
