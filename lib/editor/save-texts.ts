import { listWeekTexts } from '@/lib/texts/list-week-texts'
import type { TextProblem } from '@/lib/texts/read-texts'
import { saveWeekText } from '@/lib/texts/save-week-text'
import type { WeekText } from '@/lib/texts/week-text'
import type { EditedWeek } from './find-week'

interface Sent {
  /** The revision from which the writer began; 0 when there was none. */
  base: number
  /** DeskTexts, not yet checked. */
  content: unknown
  savedBy: string
}

/** What became of texts that were sent: nothing is written unless they are saved. */
type TextsOutcome =
  | { kind: 'saved'; revision: WeekText }
  /** Somebody else has saved since the base. */
  | { kind: 'conflict'; newest: WeekText }
  | { kind: 'refused'; problems: TextProblem[] }
  /** The week has no revision of that number. */
  | { kind: 'no-base' }

/** Saves the texts of a week as its next revision; those of the newest revision make no other one. */
export async function saveTexts({ market, asOf }: EditedWeek, sent: Sent): Promise<TextsOutcome> {
  const before = await listWeekTexts({ market, asOf })
  if (sent.base > (before[0]?.revision ?? 0)) return { kind: 'no-base' }
  const outcome = await saveWeekText({ market, asOf, ...sent })
  if ('problems' in outcome) return { kind: 'refused', problems: outcome.problems }
  if ('conflict' in outcome) return { kind: 'conflict', newest: outcome.conflict }
  const saved = (await listWeekTexts({ market, asOf })).find(({ revision }) => revision === outcome.revision)
  if (saved === undefined) throw new Error(`revision ${outcome.revision} of ${asOf} was saved and is not there`)
  return { kind: 'saved', revision: saved }
}
