import type { ReactNode } from 'react'
import { RuledHead, RuledTable } from '../table/ruled-table'

/** Shows figures of one series: a row for each measure or year. */
export function MeasureTable({ heads, children }: { heads: ReactNode; children: ReactNode }) {
  return (
    <RuledTable className="row-lines whitespace-nowrap [--cell-before:16px]">
      <RuledHead className="align-bottom">
        <tr>{heads}</tr>
      </RuledHead>
      <tbody className="align-top">{children}</tbody>
    </RuledTable>
  )
}
