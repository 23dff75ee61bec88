import { prisma } from '@/lib/db'
import type { FactorModel, FamilyModel, MarketModel, PortfolioModel } from '@/lib/generated/prisma/models'
import { toIsoDate } from '@/lib/queries/plain-date'

/** Fields as in the schema; `inception` is an ISO date. */
export interface Catalogue {
  markets: MarketModel[]
  families: FamilyModel[]
  factors: WithIsoInception<FactorModel>[]
  portfolios: WithIsoInception<PortfolioModel>[]
}

type WithIsoInception<Row> = Omit<Row, 'inception'> & { inception: string }

/** What there is to report on, read in one snapshot: markets by code, all else by position. */
export async function getCatalogue(): Promise<Catalogue> {
  const [markets, families, factors, portfolios] = await prisma.$transaction(
    [
      prisma.market.findMany({ orderBy: { code: 'asc' } }),
      prisma.family.findMany({ orderBy: { position: 'asc' } }),
      prisma.factor.findMany({ orderBy: { position: 'asc' } }),
      prisma.portfolio.findMany({ orderBy: { position: 'asc' } }),
    ],
    { isolationLevel: 'RepeatableRead' },
  )
  return { markets, families, factors: factors.map(withIsoInception), portfolios: portfolios.map(withIsoInception) }
}

function withIsoInception<Row extends { inception: Date }>(row: Row): WithIsoInception<Row> {
  return { ...row, inception: toIsoDate(row.inception) }
}
