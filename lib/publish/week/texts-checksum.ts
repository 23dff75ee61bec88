import { canonicalJson } from '@/lib/editions/canonical-json'
import { sha256Of } from '@/lib/editions/edition-hash'
import type { DeskTexts } from '@/lib/texts/desk-texts'

/** Returns the SHA-256 of what a desk wrote of a week, hexadecimal: two texts that say the same have one. */
export function textsChecksum(desk: DeskTexts | null | undefined): string {
  return sha256Of(canonicalJson(desk ?? null))
}
