import { formatPercent } from '@/lib/base/format'
import { cumulativeExcessOption } from '@/lib/figures/options/cumulative-excess-option'
import type { LineRows } from '@/lib/figures/rows/rows'
import { CUMULATIVE_LINE, cumulativeLine, cumulativeSummary } from './cumulative-line'
import type { FigureKind } from './figure-kind'

/** Return of a portfolio above its index since inception, in percent. */
export const cumulativeExcess: FigureKind<LineRows> = {
  ...CUMULATIVE_LINE,
  source: {
    of: 'series',
    rows: (history, { t }) =>
      history.kind === 'portfolio'
        ? cumulativeLine(history, 'cumulative-excess', t('figures.cumulative-excess'))
        : null,
  },
  option: (rows, frame) => cumulativeExcessOption(rows, frame),
  title: ({ t }) => t('figures.cumulative-excess'),
  summary: (rows, { t, names }) => {
    const figures = cumulativeSummary(rows, formatPercent)
    if (figures === null) return t('figures.gapAtStart')
    return t('figures.altExcessLine', { ...figures, name: names[0] ?? '', title: t('figures.cumulative-excess') })
  },
}
