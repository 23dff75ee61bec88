import { z } from 'zod'
import type { WindowKind } from '@/lib/base/window-kind'
import { prisma } from '@/lib/db/client'

interface Parameters {
  market: string
  /** What it is of; a week when not given. */
  window?: WindowKind | undefined
  /** Last trading day of the week, the month or the quarter. */
  asOf: string
}

const draft = z.object({
  state: z.enum(['draft', 'in-review']),
  /** The data version that was submitted. */
  version: z.int(),
  draftedBy: z.string(),
  draftedAt: z.date(),
})

/** What was submitted for review. */
export type WeekDraft = z.infer<typeof draft>

/** Returns what was submitted of a week, a month or a quarter; null when nothing ever was. */
export async function getWeekDraft({ market, window = 'week', asOf }: Parameters): Promise<WeekDraft | null> {
  const rows = await prisma.$queryRaw`
    select state, version, drafted_by as "draftedBy", drafted_at as "draftedAt"
    from week_draft
    where market = ${market} and window_kind = ${window} and as_of = ${asOf}::date`
  return z.array(draft).parse(rows)[0] ?? null
}
