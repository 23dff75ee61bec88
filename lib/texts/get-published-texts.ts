import { z } from 'zod'
import { prisma } from '@/lib/db/client'
import { type DeskTexts, deskTexts } from './desk-texts'

interface Parameters {
  market: string
  /** Last trading day of the week. */
  asOf: string
  /** Data version: only editions of it, or of one before. */
  version: number
  /** Number of an edition: only this one, or one before; by default any. */
  number?: number | undefined
}

const row = z.object({ texts: deskTexts.nullable() })

/**
 * Returns the texts that the newest edition of a week froze, as of a data version: `none` when there is no edition, null when
 * the desk wrote nothing in it, or it was withdrawn.
 */
export async function getPublishedTexts({
  market,
  asOf,
  version,
  number,
}: Parameters): Promise<DeskTexts | null | 'none'> {
  const rows = await prisma.$queryRaw`
    select case when state <> 'withdrawn' then texts -> 'desk' end as texts
    from edition
    where market = ${market} and window_kind = 'week' and as_of = ${asOf}::date and version <= ${version}
      and number <= coalesce(${number ?? null}::int, number)
    order by id desc
    limit 1`
  const [newest] = z.array(row).parse(rows)
  return newest === undefined ? 'none' : newest.texts
}
