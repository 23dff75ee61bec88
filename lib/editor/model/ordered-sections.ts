import type { DeskTexts } from '@/lib/texts/desk-texts'

/** Returns sections in the order of the texts: those that are named, then the others in the report's own order. */
export function orderedSections<Section extends { id: string }>(
  sections: readonly Section[],
  { sectionOrder }: Pick<DeskTexts, 'sectionOrder'>,
): Section[] {
  const byId = new Map(sections.map((section) => [section.id, section]))
  const named = sectionOrder.flatMap((id) => byId.get(id) ?? [])
  return [...named, ...sections.filter((section) => !named.includes(section))]
}
