import type { ReactNode } from 'react'
import type { Section } from '@/lib/report/model/report'
import { SentOnce } from '../text/sent-once'

/** Shows rule, number, title and facts of a section. */
export function SectionFrame({ section, link, children }: { section: Section; link?: ReactNode; children: ReactNode }) {
  const id = `section-${section.number}`
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-10 border-rule border-t-2 pt-2.5 mid:mt-14">
      <SentOnce as="header" className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
        <h2 id={`${id}-title`} className="text-section">
          <span className="mr-3 font-normal text-ink-3">{section.number}</span>
          {section.title}
        </h2>
        {'facts' in section && <span className="text-ink-2 text-note">{section.facts}</span>}
        {link && <span className="print:hidden mid:ml-auto">{link}</span>}
      </SentOnce>
      {children}
    </section>
  )
}
