import type { View } from '@/lib/address/view'
import type { ExcessRisk } from '@/lib/analysis/statistics/line-risk'
import { DASH, formatRatio, formatSigned } from '@/lib/base/format'
import { translatorFor } from '@/lib/messages/translate'

export const RISK_COLUMNS = ['trackingError', 'informationRatio', 'maximumDrawdown'] as const

/** Classes of a cell of these columns: on a phone the switch shows them, a narrow window has no room for them. */
export const RISK_CELL = 'third-measure risk-cell'

const FORMATS: Record<(typeof RISK_COLUMNS)[number], (value: number) => string> = {
  trackingError: (value) => formatRatio(value * 100),
  informationRatio: (value) => formatSigned(value),
  maximumDrawdown: (value) => formatRatio(value * 100),
}

/** Shows the col elements of these columns. */
export function RiskColumns() {
  return RISK_COLUMNS.map((column) => <col key={column} className="w-0 full:w-[74px]" />)
}

/** Shows their heads. */
export function RiskHeads({ view }: { view: View }) {
  const t = translatorFor(view.locale)
  return RISK_COLUMNS.map((column) => (
    <th key={column} scope="col" className={FIGURE}>
      {t(`tables.${column}`)}
    </th>
  ))
}

/** Shows the risk of a portfolio's excess over one year. */
export function RiskCells({ risk, view }: { risk: ExcessRisk; view: View }) {
  const t = translatorFor(view.locale)
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
