import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { SUMMARY_COLUMNS } from './edition-columns'
import { type EditionSummary, editionSummary } from './edition-record'

interface Parameters {
  /** Code of the market; all when not given. */
  market?: string | undefined
  /** Last trading day of the week; all weeks when not given. */
  asOf?: string | undefined
}

/** Returns the stored editions of weeks, newest first. They are not versioned, so the primary database answers. */
export async function getEditionRows({ market, asOf }: Parameters): Promise<EditionSummary[]> {
  const rows = await prisma.$queryRawUnsafe(EDITIONS, market ?? null, asOf ?? null)
  return z.array(editionSummary).parse(rows)
}

const EDITIONS = `
  select ${SUMMARY_COLUMNS}
  from edition
  where window_kind = 'week' and ($1::text is null or market = $1) and ($2::date is null or as_of = $2::date)
  order by id desc`
