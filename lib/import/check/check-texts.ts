import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import { writePath } from '@/lib/import/layout/parse-catalogue'
import type { FaultLog } from '@/lib/import/outcome/fault'
import { refuseUnwritable } from '@/lib/import/outcome/unwritable'

/** What a program writes in place of characters that an encoding lacks: question marks, or U+FFFD. */
const LOST = /\?\?|\uFFFD/

/**
 * Refuses texts that the database would refuse or change, and those of which an encoding has lost characters. Applies only to files that are being loaded, so that files
 * loaded before this check existed can still be read.
 */
export function checkTexts(file: CatalogueFile, faults: FaultLog): void {
  checkPart(file, [], faults)
}

function checkPart(part: unknown, path: PropertyKey[], faults: FaultLog): void {
  if (typeof part === 'string') {
    checkText(part, path, faults)
  } else if (Array.isArray(part)) {
    for (const [index, own] of part.entries()) checkPart(own, [...path, index], faults)
  } else if (typeof part === 'object' && part !== null) {
    for (const [field, own] of Object.entries(part)) checkPart(own, [...path, field], faults)
  }
}

const LOST_REMEDY =
  'Characters of the text were lost when a program saved it in an encoding that lacks them: write the text again, and save the file as UTF-8 (in Excel: "CSV UTF-8").'

function checkText(text: string, path: PropertyKey[], faults: FaultLog): void {
  const remedy = refuseUnwritable(text) ?? (LOST.test(text) ? LOST_REMEDY : null)
  if (remedy === null) return
  faults.add({ column: writePath(path), value: JSON.stringify(text), rule: 'catalogue-field', remedy })
}
