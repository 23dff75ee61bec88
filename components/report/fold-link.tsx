interface FoldLinkProps {
  /** Id of the section, which has the class `fold`; its content has the class `fold-content`. */
  id: string
  title: string
}

/**
 * Opens and closes a section on a phone; covers the section's heading there, and is absent on a wider screen. Without a
 * script every section is open.
 */
export function FoldLink({ id, title }: FoldLinkProps) {
  return (
    <a href={`#${id}`} data-fold={id} aria-expanded={false} className="fold-link">
      <span className="sr-only">{title}</span>
    </a>
  )
}
