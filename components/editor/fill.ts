/** Fills the slots of a text: `fill('Point {number}', { number: 3 })` is "Point 3". */
export function fill(text: string, slots: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => String(slots[name] ?? slot))
}
