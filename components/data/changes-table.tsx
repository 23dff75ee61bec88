import type { ReactNode } from 'react'
import { VersionTable } from './version-table'

interface ChangesTableProps {
  id: string
  title: string
  note: string
  /** Heads of the text columns, before the figures. */
  words: string[]
  /** That one of `words` whose column phones have no room for: its texts are then under others. */
  wideOnly?: string
  /** Heads of the last columns: the value before, and the value now. */
  beforeAndAfter: string[]
  /** Are those values figures, which are right-aligned? The texts are then names, whose words stay whole. */
  areFigures: boolean
  /** Rows. */
  children: ReactNode
}

/** Shows one list of a load's changes: each item before and after. */
export function ChangesTable({
  id,
  title,
  note,
  words,
  wideOnly,
  beforeAndAfter,
  areFigures,
  children,
}: ChangesTableProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-8 mid:mt-10">
      <h2 id={`${id}-title`} className="pb-1.5 text-sheet">
        {title}
        <span className="ml-2.5 font-normal text-ink-2 text-note">{note}</span>
      </h2>
      <VersionTable
        breaksWords={!areFigures}
        heads={
          <>
            {words.map((head) => (
              <th key={head} scope="col" className={head === wideOnly ? 'max-mid:hidden' : ''}>
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
