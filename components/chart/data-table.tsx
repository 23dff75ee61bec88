import type { FigureTable } from '@/lib/report/report'

interface DataTableProps {
  /** The word that opens it. */
  summary: string
  /** Says what the table holds, to those who cannot see the figure that it stands under. */
  caption: string
  table: FigureTable
}

/** The data behind a picture, folded away; it opens without JavaScript. */
export function DataTable({ summary, caption, table }: DataTableProps) {
  return (
    <details className="-mt-5 text-note">
      <summary className="link w-fit">
        {summary}
        <span className="sr-only"> {caption}</span>
      </summary>
      <table className="mt-1 w-auto border-rule border-t-2 border-b">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-line border-b text-ink-2">
            {table.head.map((name, column) => (
              <th key={name} scope="col" className={column === 0 ? 'pr-6 text-left' : 'pl-6 text-right'}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row" className="pr-6 text-left">
                {name}
              </th>
              {cells.map((cell, column) => (
                <td key={table.head[column + 1]} className="pl-6 text-right">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
