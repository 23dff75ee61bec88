import type { ReactNode } from 'react'

interface SeriesPartProps {
  /** Unique on the page. */
  id: string
  title: string
  /** Explanation of the part, under its title. */
  note?: ReactNode
  children: ReactNode
}

/** Shows one part of a series' page: its title, a note, its figures. */
export function SeriesPart({ id, title, note, children }: SeriesPartProps) {
  return (
    <section aria-labelledby={id} className="mt-10 [&_figcaption]:text-ink-2 [&_figcaption]:text-note">
      <h2 id={id} className="text-body">
        {title}
      </h2>
      {note !== undefined && <div className="pb-1.5 text-ink-2 text-note">{note}</div>}
      {children}
    </section>
  )
}
