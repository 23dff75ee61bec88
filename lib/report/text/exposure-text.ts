import { formatBounds } from '@/lib/base/format'
import type { Translator } from '@/lib/messages/translate'

/** Formats the bounds of an exposure in standard deviations: "±0.2", "neutral" when both are 0. */
export function exposureText(min: number, max: number, t: Translator): string {
  return min === 0 && max === 0 ? t('tables.neutral') : formatBounds(min, max)
}
