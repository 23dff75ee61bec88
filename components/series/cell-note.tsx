import type { ReactNode } from 'react'

/** A line under a figure of a table: dates, counts, or why there is none. */
export function CellNote({ children }: { children: ReactNode }) {
  return <small className="block text-pretty text-ink-3 text-note leading-[18px]">{children}</small>
}
