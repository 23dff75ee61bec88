import type { ReactNode } from 'react'

/** Returns a text whose ISO dates do not break at their hyphens. */
export function unbrokenDates(text: string): ReactNode {
  return text.split(DATE).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other key.
      <span key={index} className="whitespace-nowrap">
        {part}
      </span>
    ),
  )
}

const DATE = /(\d{4}-\d\d-\d\d)/
