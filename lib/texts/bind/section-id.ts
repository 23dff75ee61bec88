import type { Section } from '@/lib/report/model/report'

/** Returns the id of a section in texts: the code of its factor, or `:portfolios` or `:risk`, which no code can be. */
export function sectionId(section: Section): string {
  return section.kind === 'factor' ? section.code : `:${section.kind}`
}
