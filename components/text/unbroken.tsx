import type { ReactNode } from 'react'

const DATE = /(\d{4}-\d\d-\d\d)/
const NUMBER_WITH_UNIT = /(\d+-\p{L}+)/u
/** Of two or three words, short enough for a line of a phone. */
const COMPOUND = /((?<!\S)[\p{L}\d]{1,12}(?:-\p{L}{1,12}){1,2}(?!\S))/u

/** Returns a text whose ISO dates do not break at their hyphens. */
export function unbrokenDates(text: string): ReactNode {
  return unbroken(text, DATE)
}

/** Returns the name of a series whose "5-day" does not break at its hyphen. A hyphen that forbids the break would be another letter to search and to copy. */
export function unbrokenName(name: string): ReactNode {
  return unbroken(name, NUMBER_WITH_UNIT)
}

/** Returns the title of a page, whose words do not break at their hyphens: there is room for them, unlike in a table. */
export function unbrokenTitle(title: string): ReactNode {
  return unbroken(title, COMPOUND)
}

/** @param kept with one group, so that the parts that it matches stand at the odd places */
function unbroken(text: string, kept: RegExp): ReactNode {
  const parts = text.split(kept)
  if (parts.length === 1) return text
  // One element, since the head of a section lays out each of its own as a column.
  return (
    <span>
      {parts.map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other key.
          <span key={index} className="whitespace-nowrap">
            {part}
          </span>
        ),
      )}
    </span>
  )
}
