import type { LineRows } from '@/lib/report/figure'
import { correlationOption } from './correlation-option'
import { cumulativeExcessOption } from './cumulative-excess-option'
import type { ChartOption, Frame } from './frame'
import type { Window } from './in-view'
import { relativeStrengthOption } from './relative-strength-option'
import { rollingOption } from './rolling-option'

/** The builder of each kind of line. */
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
