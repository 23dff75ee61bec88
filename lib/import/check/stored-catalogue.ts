import { z } from 'zod'
import { type CompleteCatalogue, catalogueSchema } from '@/lib/catalogue/catalogue-schema'
import { CLOSURE_KINDS } from '@/lib/catalogue/closure-kinds'
import type { Prisma } from '@/lib/db/generated/prisma/client'
import { STILL_TRUE } from '@/lib/db/queries/as-of-version'
import { toIsoDate } from '@/lib/db/queries/plain-date'
import { completeCatalogue } from './assumed-catalogue'

/** Reads the catalogue of the store in the form of a catalogue file. */
export async function readStoredCatalogue(tx: Prisma.TransactionClient): Promise<CompleteCatalogue> {
  const factors = await tx.factor.findMany()
  const portfolios = await tx.portfolio.findMany()
  const reportIssues = await tx.reportIssue.findMany()
  const markets = await tx.market.findMany()
  const stored = catalogueSchema.parse({
    markets,
    families: await tx.family.findMany(),
    factors: factors.map(withIsoDates),
    portfolios: portfolios.map(withIsoDates),
    reportIssues: reportIssues.map((row) => ({
      ...row,
      weekEnd: toIsoDate(row.weekEnd),
      issueDate: toIsoDate(row.issueDate),
    })),
    closures: [],
    aliases: [],
  })
  const inHistory = { closures: await readClosures(tx), aliases: await readAliases(tx) }
  return completeCatalogue({ ...stored, ...inHistory }, NOTHING)
}

const NOTHING: CompleteCatalogue = {
  markets: [],
  families: [],
  factors: [],
  portfolios: [],
  reportIssues: [],
  closures: [],
  aliases: [],
}

function withIsoDates<Series extends { inception: Date; ended: Date | null }>(series: Series) {
  return { ...series, inception: toIsoDate(series.inception), ended: series.ended && toIsoDate(series.ended) }
}

const closure = z.object({
  market: z.string(),
  date: z.string(),
  kind: z.enum(CLOSURE_KINDS),
  name: z.string().nullable(),
})

const alias = z.object({ oldCode: z.string(), code: z.string() })

async function readAliases(tx: Prisma.TransactionClient) {
  const rows = await tx.$queryRaw`
    select key as "oldCode", entry ->> 'code' as code
    from catalogue_entry where kind = 'alias' and until_version = ${STILL_TRUE} order by key`
  return z.array(alias).parse(rows)
}

async function readClosures(tx: Prisma.TransactionClient) {
  const rows = await tx.$queryRaw`
    select entry ->> 'market' as market, entry ->> 'date' as date, entry ->> 'kind' as kind, entry ->> 'name' as name
    from catalogue_entry where kind = 'closure' and until_version = ${STILL_TRUE} order by key`
  return z.array(closure).parse(rows)
}
