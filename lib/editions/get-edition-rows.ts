import { z } from 'zod'
import type { WindowKind } from '@/lib/base/window-kind'
import { prisma } from '@/lib/db/client'
import { SUMMARY_COLUMNS } from './edition-columns'
import { type EditionSummary, editionSummary } from './edition-record'

interface Parameters {
  /** Code of the market; all when not given. */
  market?: string | undefined
  /** What the editions are of; weeks when not given, null for everything. */
  window?: WindowKind | null | undefined
  /** Last trading day of the week, the month or the quarter; all when not given. */
  asOf?: string | undefined
}

/** Returns the stored editions of weeks, months or quarters, newest first. They are not versioned, so the primary database answers. */
export async function getEditionRows({ market, window = 'week', asOf }: Parameters): Promise<EditionSummary[]> {
  const rows = await prisma.$queryRawUnsafe(EDITIONS, market ?? null, asOf ?? null, window)
  return z.array(editionSummary).parse(rows)
}

const EDITIONS = `
  select ${SUMMARY_COLUMNS}
  from edition
  where ($1::text is null or market = $1) and ($2::date is null or as_of = $2::date) and ($3::text is null or window_kind = $3)
  order by id desc`
