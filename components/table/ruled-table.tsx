import type { ReactNode } from 'react'

interface RuledTableProps {
  className?: string
  children: ReactNode
}

/**
 * Shows a table between two rules. `--cell-y`, `--cell-before` and `--cell-after` are the paddings of its cells.
 * Figures are right-aligned, the first column is left-aligned.
 */
export function RuledTable({ className = '', children }: RuledTableProps) {
  return <table className={`ruled-table ${className}`}>{children}</table>
}

/** Shows the heads of its columns, small and above a thin line. */
export function RuledHead({ className = '', children }: RuledTableProps) {
  return <thead className={`border-line border-b text-ink-2 text-note [--cell-y:4px] ${className}`}>{children}</thead>
}
