import type { ReactNode } from 'react'
import type { Section } from '@/lib/report/model/report'
import { SentOnce } from '../text/sent-once'
import { unbrokenTitle } from '../text/unbroken'
import { FoldLink } from './fold-link'

interface SectionFrameProps {
  section: Section
  /** What the desk says of it. */
  written: ReactNode
  link?: ReactNode
  children: ReactNode
}

/** Shows rule, number, title and facts of a section, which folds on a phone. */
export function SectionFrame({ section, written, link, children }: SectionFrameProps) {
  const id = `section-${section.number}`
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="fold part">
      <SentOnce as="header" className="part-head">
        <h2 id={`${id}-title`} className="text-section">
          <span className="part-number">{section.number}</span>
          {unbrokenTitle(section.title)}
        </h2>
        <FoldLink id={id} title={section.title} />
        {'facts' in section && <span className="text-ink-2 text-note">{section.facts}</span>}
        {link && <span className="part-link">{link}</span>}
      </SentOnce>
      <div className="fold-content">
        {written ? (
          <>
            {written}
            {children}
          </>
        ) : (
          children
        )}
      </div>
    </section>
  )
}
