import type { ChartOption, Frame } from '@/lib/charts/frame'
import type { Window } from '@/lib/charts/in-view'
import type { LineRows } from '@/lib/figures/rows/rows'
import { correlationOption } from './correlation-option'
import { cumulativeExcessOption } from './cumulative-excess-option'
import { relativeStrengthOption } from './relative-strength-option'
import { rollingOption } from './rolling-option'

/** The builder for each measure of a line. */
export const LINE_OPTIONS: Record<LineRows['measure'], (rows: LineRows, frame: Frame, window?: Window) => ChartOption> =
  {
    'relative-strength': relativeStrengthOption,
    'cumulative-excess': cumulativeExcessOption,
    correlation: correlationOption,
    drawdown: cumulativeExcessOption,
    'rolling-return': cumulativeExcessOption,
    'rolling-volatility': rollingOption,
    'rolling-ratio': rollingOption,
  }
