import type { ReactNode } from 'react'

interface RuledTableProps {
  className?: string
  children: ReactNode
}

/**
 * A table between two rules. `--cell-y`, `--cell-before` and `--cell-after` are the paddings of its cells, whose figures
 * stand at the right; the first column stands at the left.
 */
export function RuledTable({ className = '', children }: RuledTableProps) {
  return <table className={`ruled-table ${className}`}>{children}</table>
}

/** The heads of its columns, small and over a hairline. */
export function RuledHead({ className = '', children }: RuledTableProps) {
  return <thead className={`border-line border-b text-ink-2 text-note [--cell-y:4px] ${className}`}>{children}</thead>
}
