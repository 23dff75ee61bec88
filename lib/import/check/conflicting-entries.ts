import { isDeepStrictEqual } from 'node:util'
import { SECTIONS } from '@/lib/catalogue/catalogue-fields'
import type { CatalogueFile } from '@/lib/catalogue/catalogue-schema'
import { entryKey } from '@/lib/catalogue/entry-key'
import type { FaultLog } from '@/lib/import/outcome/fault'
import { locationOf } from './check-catalogue'

/** A catalogue file of a load, with the log that knows its name and rows. */
export interface LoggedCatalogue {
  catalogue: CatalogueFile
  faults: FaultLog
}

/** Reports entries of a catalogue file that an earlier file of the same load has with another value in any field. */
export function reportConflictingEntries(
  earlier: readonly LoggedCatalogue[],
  { catalogue, faults }: LoggedCatalogue,
): void {
  for (const section of SECTIONS) {
    for (const other of earlier) {
      const indexes = new Map(other.catalogue[section].map((entry, index) => [entryKey(entry), index]))
      for (const [index, entry] of catalogue[section].entries()) {
        const at = indexes.get(entryKey(entry))
        const known = at === undefined ? undefined : other.catalogue[section][at]
        if (at === undefined || known === undefined) continue
        const fields = differingFields(known, entry)
        if (fields.length === 0) continue
        const remedy = `${other.faults.file}, ${lowerFirst(locationOf(section, at, other.faults))} has another ${fields.join(', ')}: keep one of the two.`
        faults.add({
          column: `${section}[${index}].${fields[0]}`,
          value: entryKey(entry),
          rule: 'files-disagree',
          remedy,
        })
      }
    }
  }
}

/** Returns the fields that both entries have, with different values. */
function differingFields(a: object, b: object): string[] {
  const other = new Map(Object.entries(b))
  return Object.entries(a).flatMap(([field, value]) =>
    other.has(field) && !isDeepStrictEqual(other.get(field), value) ? [field] : [],
  )
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
