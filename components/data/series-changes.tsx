import type { View } from '@/lib/address/view'
import { formatCount } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import { type Catalogue, shortNameOf } from '@/lib/report/model/inputs'
import type { VersionPage } from '@/lib/workbench/versions/get-version-page'
import { ChangesTable } from './changes-table'

interface SeriesChangesProps {
  /** Are they of a withdrawal? */
  isWithdrawal: boolean
  series: VersionPage['series']
  /** Number on all pages. */
  count: number
  catalogue: Catalogue
  view: View
}

/** Lists the series of a load: how many rows it added and changed, and the dates of its rows. */
export function SeriesChanges({ isWithdrawal, series, count, catalogue, view }: SeriesChangesProps) {
  const t = translatorFor(view.locale)
  return (
    <ChangesTable
      id="series"
      title={t('data.bySeries')}
      note={t('data.series', { count })}
      words={[t('data.name'), t('data.dates')]}
      beforeAndAfter={isWithdrawal ? [t('data.withdrawn'), t('data.restored')] : [t('data.new'), t('data.restated')]}
      areFigures
    >
      {series.map(({ code, rowsNew, rowsRestated, rowsWithdrawn, first, last }) => (
        <tr key={code}>
          <th scope="row">{shortNameOf(code, catalogue)}</th>
          <td className="text-ink-2">{t('data.span', { first, last })}</td>
          <td className="digits">{formatCount(isWithdrawal ? rowsWithdrawn : rowsNew)}</td>
          <td className="digits pr-0">{formatCount(rowsRestated)}</td>
        </tr>
      ))}
    </ChangesTable>
  )
}
