import type { PhrasePart, Report, Section } from '@/lib/report/model/report'
import type { RichBlock } from '@/lib/texts/rich-text'
import { sectionId } from './section-id'

/** What a desk wrote of the week or of a section. */
interface Commentary {
  /** null for the commentary of the week. */
  section: Section | null
  blocks: RichBlock<PhrasePart>[]
}

/** Returns the commentary of the week, then those of the sections in their order, hidden ones too; none of empty ones. */
export function commentaries({ written, sections }: Report): Commentary[] {
  if (written === null) return []
  const ofWeek = written.commentary.length > 0 ? [{ section: null, blocks: written.commentary }] : []
  const ofSections = sections.flatMap((section) => {
    const blocks = written.sectionCommentary[sectionId(section)]
    return blocks === undefined ? [] : [{ section, blocks }]
  })
  return [...ofWeek, ...ofSections]
}
