import type { ReactNode } from 'react'
import { VersionTable } from './version-table'

interface ChangesTableProps {
  id: string
  title: string
  note: string
  /** Heads of the columns of words, before the figures. */
  words: string[]
  /** Heads of the last columns: what stood there and what stands there now. */
  beforeAndAfter: string[]
  /** Are those figures, which stand at the right? */
  areFigures: boolean
  /** Rows. */
  children: ReactNode
}

/** One of the lists of what a load changed: each thing as it was and as it is. */
export function ChangesTable({ id, title, note, words, beforeAndAfter, areFigures, children }: ChangesTableProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-8 mid:mt-10">
      <h2 id={`${id}-title`} className="pb-1.5 text-sheet">
        {title}
        <span className="ml-2.5 font-normal text-ink-2 text-note">{note}</span>
      </h2>
      <VersionTable
        heads={
          <>
            {words.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {beforeAndAfter.map((head) => (
              <th key={head} scope="col" className={`last:pr-0 ${areFigures ? 'digits' : ''}`}>
                {head}
              </th>
            ))}
          </>
        }
      >
        {children}
      </VersionTable>
    </section>
  )
}
