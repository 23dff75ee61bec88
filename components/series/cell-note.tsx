import { unbrokenDates } from '../text/unbroken'

/** Shows a line under a figure of a table: dates, counts, or the reason for a missing figure. */
export function CellNote({ children }: { children: string }) {
  return <small className="block text-pretty text-ink-3 text-note leading-[18px]">{unbrokenDates(children)}</small>
}
