import type { FigureTable } from '@/lib/figures/kinds/figure-kind'
import { RuledTable } from '../table/ruled-table'
import { SentOnce } from '../text/sent-once'

interface DataTableProps {
  /** The word that opens the table. */
  summary: string
  /** Describes the table for readers who cannot see the figure above it. */
  caption: string
  table: FigureTable
}

/** Shows the data of a picture in a closed section, which opens without JavaScript. */
export function DataTable({ summary, caption, table }: DataTableProps) {
  return (
    <SentOnce as="details" className="figure-data">
      <summary className="data-link">
        {summary}
        <span className="sr-only"> {caption}</span>
      </summary>
      <RuledTable className="opened-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {table.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={table.head[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </RuledTable>
    </SentOnce>
  )
}
