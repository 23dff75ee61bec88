import type { ReactNode } from 'react'
import { RuledHead, RuledTable } from '../table/ruled-table'

interface VersionTableProps {
  className?: string
  /** Whether a word that is longer than its column breaks, as file names must; otherwise only figures do. */
  breaksWords?: boolean
  heads: ReactNode
  /** Rows. */
  children: ReactNode
}

/**
 * Shows a table of figures and of texts that may be as long as file names: texts left-aligned, thin lines between rows.
 */
export function VersionTable({ className = '', breaksWords = true, heads, children }: VersionTableProps) {
  return (
    <RuledTable
      className={`row-lines ${breaksWords ? 'wrap-anywhere' : '[&_td.digits]:wrap-anywhere [&_td.digits]:whitespace-normal'} [--cell-after:10px] [--cell-before:0px] [--cell-y:4px] mid:[--cell-after:16px] ${className}`}
    >
      <RuledHead className="wrap-normal whitespace-nowrap text-left align-top">
        <tr>{heads}</tr>
      </RuledHead>
      <tbody className="text-left align-top">{children}</tbody>
    </RuledTable>
  )
}
