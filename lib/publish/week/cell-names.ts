/** Names of the figures of a week, as lists of figures show them. */
import { isOneOf } from '@/lib/base/is-one-of'
import type { Translator } from '@/lib/messages/translate'
import type { ChangedFigure } from './compare-editions'

const OWN_COLUMNS = ['lastWeek', 'lastMonth', 'lastQuarter', 'change', 'quarter', 'oneYear', 'drawdown'] as const
const DATA_COLUMNS = ['week', 'month', 'year', 'wins'] as const
const MEASURES = ['longShort', 'longExcess', 'excess', 'absolute'] as const

/** Returns what a figure is of its series: "long-short return week"; a line of the market has one measure, without name. */
export function figureName({ measure, column }: Pick<ChangedFigure, 'measure' | 'column'>, t: Translator): string {
  return [measureName(measure, t), columnName(column, t)].filter((part) => part !== '').join(' ')
}

function measureName(measure: string, t: Translator): string {
  return isOneOf(MEASURES, measure) ? t(`measures.${measure}`) : ''
}

function columnName(column: string, t: Translator): string {
  if (isOneOf(DATA_COLUMNS, column)) return t(`data.place-${column}`)
  return isOneOf(OWN_COLUMNS, column) ? t(`publish.column-${column}`) : column
}
