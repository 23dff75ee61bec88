import { formatRatio } from '@/lib/base/format'
import { relativeStrengthOption } from '@/lib/figures/options/relative-strength-option'
import type { LineRows } from '@/lib/figures/rows/rows'
import { CUMULATIVE_LINE, cumulativeLine, cumulativeSummary } from './cumulative-line'
import type { FigureKind } from './figure-kind'

/** The ratio of a factor's long and short NAV since inception, on a log axis. */
export const relativeStrength: FigureKind<LineRows> = {
  ...CUMULATIVE_LINE,
  source: {
    of: 'series',
    rows: (history, { t }) =>
      history.kind === 'factor' ? cumulativeLine(history, 'relative-strength', t('figures.relative-strength')) : null,
  },
  option: (rows, frame) => relativeStrengthOption(rows, frame),
  title: ({ t }) => t('figures.relative-strength'),
  summary: (rows, { t, names }) => {
    const figures = cumulativeSummary(rows, formatRatio)
    if (figures === null) return t('figures.gapAtStart')
    return t('figures.altLine', { ...figures, name: names[0] ?? '', title: t('figures.relative-strength') })
  },
}
