import type { ReactNode } from 'react'
import { useEditor } from './editor-context'
import { KeyPoints } from './key-points'
import { LanguagePair } from './language-pair'
import { CommentaryField, DisclosuresField, HeadlineField, IssueFields } from './line-fields'
import { RelatedList } from './related-list'
import { SectionList } from './section-list'

/** Shows all fields, from the headline to the disclosures. */
export function EditorFields() {
  const { words } = useEditor()
  return (
    <>
      <Part id="headline" title={words.headline}>
        <LanguagePair>{(locale) => <HeadlineField locale={locale} />}</LanguagePair>
      </Part>
      <Part id="points" title={words.keyPoints}>
        <LanguagePair>{(locale) => <KeyPoints locale={locale} />}</LanguagePair>
      </Part>
      <Part id="commentary" title={words.commentary} note={words.markdown}>
        <LanguagePair>{(locale) => <CommentaryField locale={locale} />}</LanguagePair>
      </Part>
      <Part id="sections" title={words.sections} note={words.sectionsNote}>
        <SectionList />
      </Part>
      <Part id="issue" title={words.issue}>
        <LanguagePair>{(locale) => <IssueFields locale={locale} />}</LanguagePair>
      </Part>
      <Part id="related" title={words.related}>
        <LanguagePair>{(locale) => <RelatedList locale={locale} />}</LanguagePair>
      </Part>
      <Part id="disclosures" title={words.disclosures} note={words.disclosuresNote}>
        <LanguagePair>{(locale) => <DisclosuresField locale={locale} />}</LanguagePair>
      </Part>
    </>
  )
}

interface PartProps {
  /** Unique on the page. */
  id: string
  title: string
  note?: string
  children: ReactNode
}

function Part({ id, title, note, children }: PartProps) {
  return (
    <section aria-labelledby={`${id}-title`} className="mt-8 border-rule border-t-2 pt-1.5" data-part={id}>
      <h2 id={`${id}-title`} className="text-section">
        {title}
      </h2>
      {note !== undefined && <p className="prose-note">{note}</p>}
      <div className="mt-2">{children}</div>
    </section>
  )
}
