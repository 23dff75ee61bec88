import type { ReactNode } from 'react'
import type { Section } from '@/lib/report/model/report'
import { SentOnce } from '../text/sent-once'
import { FoldLink } from './fold-link'

/** Shows rule, number, title and facts of a section, which folds on a phone. */
export function SectionFrame({ section, link, children }: { section: Section; link?: ReactNode; children: ReactNode }) {
  const id = `section-${section.number}`
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="fold mt-10 border-rule border-t-2 pt-2.5 mid:mt-14">
      <SentOnce as="header" className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
        <h2 id={`${id}-title`} className="text-section">
          <span className="mr-3 font-normal text-ink-3">{section.number}</span>
          {section.title}
        </h2>
        <FoldLink id={id} title={section.title} />
        {'facts' in section && <span className="text-ink-2 text-note">{section.facts}</span>}
        {link && <span className="print:hidden mid:ml-auto">{link}</span>}
      </SentOnce>
      <div className="fold-content">{children}</div>
    </section>
  )
}
