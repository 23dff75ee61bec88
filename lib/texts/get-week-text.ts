import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { WEEK_TEXT_COLUMNS, type WeekText, weekText } from './week-text'

interface Parameters {
  market: string
  /** Last trading day of the week. */
  asOf: string
  /** Data version: only what was saved as of it, or of one before; null for any. */
  version: number | null
}

/** Returns the newest revision of the texts of a week as of a data version; null when there is none. */
export function getWeekText(wanted: Parameters): Promise<WeekText | null> {
  return readWeekText(prisma, wanted)
}

/** Returns the same over a given connection. */
export async function readWeekText(
  client: Pick<typeof prisma, '$queryRawUnsafe'>,
  { market, asOf, version }: Parameters,
): Promise<WeekText | null> {
  const rows = await client.$queryRawUnsafe(NEWEST, market, asOf, version)
  return z.array(weekText).parse(rows)[0] ?? null
}

const NEWEST = `
  select ${WEEK_TEXT_COLUMNS}
  from week_text
  where market = $1 and window_kind = 'week' and as_of = $2::date and ($3::int is null or version <= $3)
  order by week_text.revision desc
  limit 1`
