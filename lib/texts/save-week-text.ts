import { actorSetting } from '@/lib/access/audit/actor'
import { prisma } from '@/lib/db/client'
import { forgetLatestVersion } from '@/lib/db/known-version'
import { latestVersion } from '@/lib/db/latest-version'
import { canonicalJson } from '@/lib/editions/canonical-json'
import { readWeekText } from './get-week-text'
import { readTexts, type TextProblem } from './read-texts'
import type { WeekText } from './week-text'

interface Saved {
  market: string
  /** Last trading day of a week of the market; the caller has looked whether there is one. */
  asOf: string
  /** The revision from which the writer began; 0 when there was none. */
  base: number
  /** DeskTexts, not yet checked. */
  content: unknown
  /** Name of the one who saves. */
  savedBy: string
}

/** `conflict`: somebody has saved since the base; `problems`: the texts cannot be kept. Nothing is written in either case. */
export type SaveOutcome = { revision: number } | { conflict: WeekText } | { problems: TextProblem[] }

/** Held while a revision is written, so that its number is the next one. */
const LOCK = 7_310_002

/**
 * Saves the texts of a week as its next revision. Texts that equal the newest revision make no other one, and return its
 * number, whatever the base. Throws a RangeError for a base that is no revision of the week.
 */
export async function saveWeekText({ market, asOf, base, content, savedBy }: Saved): Promise<SaveOutcome> {
  const read = readTexts(content)
  if ('problems' in read) return read
  const { id: version } = await latestVersion()
  const outcome = await prisma.$transaction(async (transaction): Promise<SaveOutcome> => {
    await transaction.$executeRaw`select set_config('factor_weekly.actor', ${actorSetting()}, true)`
    await transaction.$executeRaw`select pg_advisory_xact_lock(${LOCK})`
    const newest = await readWeekText(transaction, { market, asOf, version: null })
    const revision = newest?.revision ?? 0
    if (newest && canonicalJson(newest.content) === canonicalJson(read.texts)) return { revision }
    if (base > revision || base < 0) throw new RangeError(`the texts of ${asOf} have no revision ${base}`)
    if (newest && base < revision) return { conflict: newest }
    const saved = [market, asOf, base + 1, Math.max(version, newest?.version ?? 0), savedBy]
    await transaction.$executeRawUnsafe(INSERT, ...saved, JSON.stringify(read.texts))
    return { revision: base + 1 }
  })
  forgetLatestVersion()
  return outcome
}

const INSERT = `
  insert into week_text (id, market, as_of, revision, version, saved_by, saved_at, content)
  select 1 + coalesce(max(id), 0), $1, $2::date, $3, $4, $5, now(), $6::jsonb from week_text`
