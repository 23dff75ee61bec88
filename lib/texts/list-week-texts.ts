import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { WEEK_TEXT_COLUMNS, type WeekText, weekText } from './week-text'

/** Returns all revisions of the texts of a week, newest first. @param asOf last trading day of the week */
export async function listWeekTexts({ market, asOf }: { market: string; asOf: string }): Promise<WeekText[]> {
  const rows = await prisma.$queryRawUnsafe(HISTORY, market, asOf)
  return z.array(weekText).parse(rows)
}

const HISTORY = `
  select ${WEEK_TEXT_COLUMNS}
  from week_text
  where market = $1 and window_kind = 'week' and as_of = $2::date
  order by week_text.revision desc`
