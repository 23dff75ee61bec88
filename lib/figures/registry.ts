import { comparison } from './kinds/comparison'
import { contributions } from './kinds/contributions'
import { cumulativeExcess } from './kinds/cumulative-excess'
import { distribution } from './kinds/distribution'
import { excess } from './kinds/excess'
import type { FigureKind, FigureRows } from './kinds/figure-kind'
import { informationCoefficient } from './kinds/information-coefficient'
import { legSplit } from './kinds/leg-split'
import { legs } from './kinds/legs'
import { outline, outlineDrawdown, outlineReturn } from './kinds/outline'
import { pairCorrelation } from './kinds/pair-correlation'
import { pairDifference } from './kinds/pair-difference'
import { relativeStrength } from './kinds/relative-strength'
import { rollingRatio, rollingReturn, rollingVolatility } from './kinds/rolling'
import { seriesChart } from './kinds/series-chart'
import { weekColumns } from './kinds/week-columns'
import { weekScatter } from './kinds/week-scatter'
import { LAYOUTS, type SizeName } from './rows/sizes'

/** Every kind of figure by its name, which is part of the addresses of its pictures and files. */
const KINDS = {
  'relative-strength': relativeStrength,
  legs,
  'cumulative-excess': cumulativeExcess,
  excess,
  outline,
  'outline-drawdown': outlineDrawdown,
  'outline-return': outlineReturn,
  'rolling-return': rollingReturn,
  'rolling-volatility': rollingVolatility,
  'rolling-ratio': rollingRatio,
  'week-columns': weekColumns,
  'week-scatter': weekScatter,
  comparison,
  'pair-difference': pairDifference,
  'pair-correlation': pairCorrelation,
  'series-chart': seriesChart,
  'leg-split': legSplit,
  distribution,
  ic: informationCoefficient,
  contributions,
}

export type FigureName = keyof typeof KINDS

/** The kinds for code that uses all of them. Rows must match their kind. */
export const FIGURES: Record<FigureName, FigureKind> = KINDS

export const FIGURE_NAMES = Object.keys(KINDS).filter(isFigureName)

/** Rows and the kind of figure that shows them. */
export interface FigureData {
  kind: FigureName
  rows: FigureRows
}

export function isFigureName(name: unknown): name is FigureName {
  return typeof name === 'string' && Object.hasOwn(KINDS, name)
}

/** Returns the sizes of a kind of figure: those of its layouts, and the one of its exported file. */
export function sizesOf(kind: FigureName): SizeName[] {
  const { layouts, exportSize } = FIGURES[kind]
  const shown = layouts.flatMap((layout) => LAYOUTS[layout].map(({ size }) => size))
  return [...new Set(exportSize === null ? shown : [...shown, exportSize])]
}

/** Is it a kind of figure that is shown with others of its kind on a common scale? */
export function isSmallMultiple(kind: FigureName): boolean {
  return FIGURES[kind].exportSize === null
}
