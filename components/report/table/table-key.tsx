import { RankMark } from '@/components/table/rank-mark'
import type { View } from '@/lib/address/view'
import { translatorFor } from '@/lib/messages/translate'
import type { SummaryRow } from '@/lib/report/model/report'
import { columnValue } from '@/lib/report/table/column-value'
import type { AddedColumn } from '@/lib/report/table/table-view'
import { coefficientColumns } from './coefficient-columns'
import { addedFigures, standingFigures } from './primary-columns'

/** Explains the marks and the added columns of a table. */
export function TableKey({ rows, view, sparkKey }: { rows: SummaryRow[]; view: View; sparkKey: string }) {
  const t = translatorFor(view.locale, view.window)
  const hasDash = (column: AddedColumn) => rows.some((row) => columnValue(row, column) === null)
  return (
    <p className="flex flex-wrap gap-x-6 pt-1.5 text-ink-2 text-note">
      <span className="hidden items-center gap-1.5 wide:flex">
        <RankMark percentile={0.5} label="" />
        {t('tables.keyRank')}
      </span>
      <span className="flex items-center gap-1.5">
        <span className="inline-block size-[5px] flex-none rounded-full bg-accent" />
        {t('tables.keyUnusual')}
      </span>
      {view.columns.includes('spark') && <span className="hidden wide:inline">{sparkKey}</span>}
      {addedFigures(view).map((column) => (
        <span key={column}>{t(`table.key-${column}`)}</span>
      ))}
      {standingFigures(view).some(hasDash) && <span>{t('table.missing')}</span>}
      {coefficientColumns(view).some(hasDash) && <span>{t('table.missingCoefficients')}</span>}
      {view.heat && <span>{t('table.key-heat')}</span>}
    </p>
  )
}
