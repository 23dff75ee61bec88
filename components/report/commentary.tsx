import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { sectionId } from '@/lib/report/bind/section-id'
import type { PhrasePart, Report, Section } from '@/lib/report/model/report'
import type { RichBlock } from '@/lib/texts/rich-text'
import { RichText } from '../text/rich-text'
import { SentOnce } from '../text/sent-once'
import { cellLinks } from './cell-links'

/** Shows what the desk says of the week; nothing when it says nothing. */
export function Commentary({ report, view, path }: { report: Report; view: View; path: string }) {
  const blocks = report.written?.commentary ?? []
  if (blocks.length === 0) return null
  const title = translatorFor(view.locale)('written.commentary')
  return (
    <SentOnce as="section" id="commentary" aria-label={title} className="mt-5 max-w-[44em]">
      <h2 className="pb-1 text-sheet">{title}</h2>
      <div className="text-body text-pretty">
        <RichText blocks={blocks} hrefOf={cellLinks(report, view, path)} />
      </div>
    </SentOnce>
  )
}

interface SectionCommentaryProps {
  section: Section
  blocks: RichBlock<PhrasePart>[]
  report: Report
  view: View
  path: string
}

/** Shows what the desk says under the heading of a section. */
export function SectionCommentary({ section, blocks, report, view, path }: SectionCommentaryProps) {
  return (
    <SentOnce as="div" data-commentary={sectionId(section)} className="prose mb-3">
      <RichText blocks={blocks} hrefOf={cellLinks(report, view, path)} />
    </SentOnce>
  )
}

/** Shows what the desk adds to the disclosures; nothing when it adds nothing. */
export function WrittenDisclosures({ report, view }: { report: Report; view: View }) {
  const text = report.written?.disclosures ?? null
  if (text === null) return null
  const title = translatorFor(view.locale)('pdf.disclosures')
  return (
    <SentOnce as="section" aria-label={title} className="mt-10 border-line border-t pt-2.5">
      <h2 className="text-sheet">{title}</h2>
      <p className="max-w-[52em] whitespace-pre-line text-ink-2 text-note">{text}</p>
    </SentOnce>
  )
}
