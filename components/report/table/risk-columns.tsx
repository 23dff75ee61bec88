import { SortHead } from '@/components/table/sort-head'
import type { View } from '@/lib/address/view'
import type { ExcessRisk } from '@/lib/analysis/statistics/line-risk'
import { DASH, formatRatio, formatSigned } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'
import { RISK_COLUMNS, type RiskColumn } from '@/lib/report/table/table-view'

/** Classes of a cell of these columns: on a phone the switch shows them. */
export const RISK_CELL = 'third-measure risk-cell'

const FORMATS: Record<RiskColumn, (value: number) => string> = {
  trackingError: (value) => formatRatio(value * 100),
  informationRatio: (value) => formatSigned(value),
  maximumDrawdown: (value) => formatRatio(value * 100),
}

/** Shows the col elements of these columns. */
export function RiskColumns() {
  return RISK_COLUMNS.map((column) => <col key={column} className="w-[74px]" />)
}

/** Shows their heads; each one sorts. */
export function RiskHeads({ view, path }: { view: View; path: string }) {
  const t = translatorFor(view.locale, view.window)
  return RISK_COLUMNS.map((column) => (
    <SortHead key={column} column={column} label={t(`tables.${column}`)} view={view} path={path} className={FIGURE} />
  ))
}

/** Shows the risk of a portfolio's excess over one year. */
export function RiskCells({ risk, view }: { risk: ExcessRisk; view: View }) {
  const t = translatorFor(view.locale, view.window)
  return RISK_COLUMNS.map((column) => {
    const value = risk[column]
    return (
      <td key={column} data-risk={column} title={value === null ? t('table.missing') : undefined} className={FIGURE}>
        <span className={value === null ? 'text-ink-3' : 'text-ink'}>
          {value === null ? DASH : FORMATS[column](value)}
        </span>
      </td>
    )
  })
}

const FIGURE = `figure-cell ${RISK_CELL}`
