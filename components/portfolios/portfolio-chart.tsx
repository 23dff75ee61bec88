import type { View } from '@/lib/address/view'
import { figureRows } from '@/lib/figures/figure-rows'
import { figureTexts } from '@/lib/figures/page-figure'
import { isFigureRows } from '@/lib/figures/rows/is-figure-rows'
import { translatorFor } from '@/lib/messages/translate'
import type { PortfolioFigures } from '@/lib/workbench/portfolios/get-portfolios'
import { chartTerms } from '@/lib/workbench/series/chart-choice'
import { ChartFigure } from '../chart/chart-figure'

interface PortfolioChartProps {
  portfolio: PortfolioFigures
  view: View
  layout: 'panels-column' | 'panels-small'
  eager: boolean
}

/** Shows the cumulative excess of a portfolio with its drawdown, and the portfolio beside its index in the same panel. */
export function PortfolioChart({ portfolio: { row, history, span }, view, layout, eager }: PortfolioChartProps) {
  const t = translatorFor(view.locale)
  const asOf = history.days.at(-1)
  if (span === null || asOf === undefined)
    return <p className="border-line border-y py-2 text-ink-2">{t('seriesChart.noDays')}</p>
  const terms = chartTerms(history, span, { legs: ['leg', 'against'] })
  const context = { asOf, locale: view.locale, convention: view.convention, terms, names: [row.name], t }
  const rows = figureRows('series-chart', { history, span }, context)
  if (rows === null) return null
  const texts = figureTexts({ kind: 'series-chart', rows }, context)
  return (
    <ChartFigure
      figure={{ kind: 'series-chart', code: row.code, subject: row.name, source: '', ...texts }}
      view={view}
      asOf={asOf}
      layout={layout}
      terms={terms}
      eager={eager}
      isLive={isFigureRows(rows)}
      hasHeading
    />
  )
}
