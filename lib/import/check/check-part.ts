import { isMissing } from '@/lib/import/layout/written-number'
import type { FaultLog } from '@/lib/import/outcome/fault'

/** A cell that names a group or a component. */
interface PartCell {
  row: number
  column: string
  value: string
}

/**
 * Returns the part that a row names: "style/size", or "costs" for a group without a component. Reports a missing group, and
 * names that the catalogue lacks.
 * @param cells the cell of the group and that of the component, which may be empty; none for a kind without parts
 * @returns null for a kind without parts
 */
export function checkPart(cells: PartCell[], known: ReadonlySet<string>, faults: FaultLog): string | null {
  const [group] = cells
  if (group === undefined) return null
  if (isMissing(group.value)) {
    faults.add({ ...group, rule: 'empty-cell', remedy: 'Write the group of the component, or the component itself.' })
  }
  const named = cells.filter(({ value }) => !isMissing(value))
  for (const cell of named) {
    if (known.has(cell.value)) continue
    const remedy = `Correct it, or add it to the catalogue and load that first: a row in components.csv with component, position, nameZh and nameEn.`
    faults.add({ ...cell, rule: 'unknown-component', remedy })
  }
  return named.map(({ value }) => value).join('/')
}
