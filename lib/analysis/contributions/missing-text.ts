import type { Translator } from '@/lib/messages/translate'
import type { MissingContributions } from './contributions-over'

/** Says why the contributions of a window have no value. */
export function missingText({ reason, count, first }: MissingContributions, t: Translator): string {
  return t(`contributions.missing-${reason}`, { count, first })
}
