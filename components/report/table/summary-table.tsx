import type { CSSProperties, ReactNode } from 'react'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { addedFigures, standingFigures } from './primary-columns'

interface SummaryTableProps {
  name: 'table-1' | 'table-2'
  title: string
  view: View
  children: ReactNode
}

/** Classes of table heads, which stay visible while the rows scroll. */
export const STICKY_HEAD =
  'sticky top-0 z-2 bg-bg align-bottom text-ink-2 text-note max-mid:in-[.has-added]:static print:static'

/** Borders belong to cells, not to the table, so that sticky heads keep their lines. */
const TABLE =
  'summary-table [--row-y:8px] mid:[--row-y:3px] border-separate border-rule border-b whitespace-nowrap text-right mid:table-fixed mid:max-pair:[--gap:14px] pair:max-wide:[--gap:20px] wide:[--gap:28px]'

/** Shows the frame of tables 1 and 2. With added columns, and with the risk of table 2, a table scrolls if it is wider than the page. */
export function SummaryTable({ name, title, view, children }: SummaryTableProps) {
  const added = (name === 'table-1' ? addedFigures(view) : standingFigures(view)).length
  const style: CSSProperties & { '--added': number } = { '--added': added }
  const classes = [
    TABLE,
    name,
    name === 'table-2' ? 'max-mid:border-t-2' : '',
    added > 0 ? 'has-added' : '',
    view.columns.includes('spark') ? '' : 'no-line',
    view.heat ? 'has-heat' : '',
  ]
  const table = (
    <table className={classes.filter(Boolean).join(' ')} style={added > 0 ? style : undefined}>
      <caption className="sr-only">{captionOf(title, view)}</caption>
      {children}
    </table>
  )
  return added === 0 && name === 'table-1' ? table : <div data-scrolls>{table}</div>
}

/** Returns the caption for readers who cannot see the sorted head: content and order of the table. */
function captionOf(title: string, view: View): string {
  const t = translatorFor(view.locale, view.window)
  if (!view.sorting) return title
  const order = t(`table.sorted-${view.sorting.direction}`)
  return t(view.order === 'family' ? 'table.captionInFamilies' : 'table.caption', { title, order })
}
