import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import { type Catalogue, shortNameOf } from '@/lib/report/model/inputs'
import type { MovedCell } from '@/lib/workbench/versions/moved-cells'
import { To } from '../text/to'
import { ChangesTable } from './changes-table'

interface MovedFiguresProps {
  cells: MovedCell[]
  /** Number on all pages. */
  count: number
  catalogue: Catalogue
  /** The version that moved them. */
  version: number
  /** Whether the load is only checked so far. */
  isPlanned?: boolean
  view: View
}

/** Lists the printed figures of earlier weeks that a load moved, before and after. */
export function MovedFigures({ cells, count, catalogue, version, isPlanned = false, view }: MovedFiguresProps) {
  const t = translatorFor(view.locale)
  return (
    <ChangesTable
      id="moved"
      title={t(isPlanned ? 'load.wouldMove' : 'data.moved')}
      note={t(isPlanned ? 'load.wouldMoveNote' : 'data.movedNote', { count })}
      words={[t('data.week'), t('data.name'), t('data.cell')]}
      beforeAndAfter={[t('data.before'), t('data.after')]}
      areFigures
    >
      {cells.map(({ asOf, code, measure, column, before, after }) => (
        <tr key={`${asOf}.${code}.${measure}.${column}`}>
          <td className="whitespace-nowrap">
            <To path={`/weeks/${asOf}`} view={view} className="link">
              {asOf}
            </To>
          </td>
          <th scope="row">{shortNameOf(code, catalogue)}</th>
          <td>{t('data.cellName', { measure: t(`measures.${measure}`), place: t(`data.place-${column}`) })}</td>
          <td className="digits">
            <To
              path={`/weeks/${asOf}`}
              view={{ ...view, version: version - 1, isPinned: true }}
              className="text-ink-2 hover:text-accent"
            >
              {before}
            </To>
          </td>
          <td className="digits pr-0 font-bold">{after}</td>
        </tr>
      ))}
    </ChangesTable>
  )
}
