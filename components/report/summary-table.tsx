import type { CSSProperties, ReactNode } from 'react'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { addedFigures } from './primary-columns'

interface SummaryTableProps {
  name: 'table-1' | 'table-2'
  title: string
  view: View
  children: ReactNode
}

/** The frame of tables 1 and 2. With columns of the reader's it scrolls in itself where it is wider than its room. */
export function SummaryTable({ name, title, view, children }: SummaryTableProps) {
  const added = addedFigures(view).length
  const style: CSSProperties & { '--added': number } = { '--added': added }
  const own = `${name} ${added > 0 ? 'has-added' : ''} ${view.heat ? 'has-heat' : ''}`
  const table = (
    <table className={`summary-table ${own}`} style={added > 0 ? style : undefined}>
      <caption className="sr-only">{captionOf(title, view)}</caption>
      {children}
    </table>
  )
  return added > 0 ? <div className="summary-scroll">{table}</div> : table
}

/** For those who do not see the sorted head: what the table shows and in which order. */
function captionOf(title: string, view: View): string {
  const t = translatorFor(view.locale)
  if (!view.sorting) return title
  const order = t(`table.sorted-${view.sorting.direction}`)
  return t(view.order === 'family' ? 'table.captionInFamilies' : 'table.caption', { title, order })
}
