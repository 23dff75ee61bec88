import type { Report, Section } from '@/lib/report/model/report'

/** Returns the id of a section in texts: the code of its factor, or `:portfolios` or `:risk`, which no code can be. */
export function sectionId(section: Section): string {
  return section.kind === 'factor' ? section.code : `:${section.kind}`
}

/** Returns the sections that page and PDF show: those that the desk did not hide. */
export function shownSections({ sections, written }: Pick<Report, 'sections' | 'written'>): Section[] {
  const hidden = new Set(written?.hiddenSections)
  return hidden.size === 0 ? sections : sections.filter((section) => !hidden.has(sectionId(section)))
}
