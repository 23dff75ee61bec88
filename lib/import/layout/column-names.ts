/** The names of columns and legs, in English and as Chinese research files write them. */

import { KINDS, RETURN_KINDS } from '@/lib/catalogue/series-kinds'
import type { ColumnName } from './layout'
import { asciiForm } from './written-number'

/** The percent sign after a column's name: "long(%)", "long %", "多头（单位：％）". */
const PERCENT_MARK = /\s*(?:[([【（]\s*(?:单位\s*[:：]?\s*)?(?:[%％]|百分比|百分数)\s*[)\]】）]|[%％])$/

/** The legs of wide and tidy tables. A kind whose rows have parts is read from long tables alone. */
const ALL_LEGS = new Set(
  KINDS.map((kind) => RETURN_KINDS[kind]).flatMap(({ parts, legs }) => (parts ? [] : legs.map(({ column }) => column))),
)

const CHINESE_LEG = /^(多头|做多|空头|做空|基准|组合)(?:组合?|指数)?(?:日|每日|当日)?(?:收益率?|回报率?|涨跌幅)?$/
const CHINESE_LEGS = new Map([
  ['多头', 'long'],
  ['做多', 'long'],
  ['空头', 'short'],
  ['做空', 'short'],
  ['基准', 'benchmark'],
  ['组合', 'portfolio'],
])
const CHINESE_COLUMNS = new Map([
  ['日期', 'date'],
  ['交易日', 'date'],
  ['交易日期', 'date'],
  ['因子', 'series'],
  ['因子代码', 'series'],
  ['组合代码', 'series'],
  ['指数', 'series'],
  ['指数代码', 'series'],
  ['收益率', 'return'],
  ['日收益率', 'return'],
  ['涨跌幅', 'return'],
  ['代码', 'series'],
  ['序列', 'series'],
  ['大类', 'group'],
  ['归因大类', 'group'],
  ['细项', 'component'],
  ['归因项', 'component'],
  ['贡献', 'contribution'],
  ['超额贡献', 'contribution'],
])

/** Reads the names of columns: "Long (%)" → Long, in percent; "多头" → long. */
export function readNames(cells: string[]): ColumnName[] {
  const columns = cells.map(readName)
  const isPortfolio = ({ name }: ColumnName) => name === 'portfolio'
  const series = columns.find((column) => isPortfolio(column) && column.written === '组合')
  const hasValues = columns.filter(isPortfolio).length > 1 || columns.some(({ name }) => name === 'contribution')
  // Beside a column of returns or contributions, "组合" names the portfolio of the row.
  if (series !== undefined && hasValues) series.name = 'series'
  return columns
}

function readName(cell: string): ColumnName {
  const written = cell.replace(PERCENT_MARK, '')
  return { name: chineseName(written) ?? written, written, isPercent: PERCENT_MARK.test(cell) }
}

function chineseName(written: string): string | null {
  const name = asciiForm(written)
  const leg = CHINESE_LEG.exec(name)?.[1]
  return (leg === undefined ? CHINESE_COLUMNS.get(name) : CHINESE_LEGS.get(leg)) ?? null
}

/** Returns the leg that a text names, in lower case: "Long(%)", "多头" → long. Returns null for any other text. */
export function legOf(text: string): string | null {
  const name = readName(text).name.toLowerCase()
  return ALL_LEGS.has(name) ? name : null
}

/** A series and one of its legs. */
export interface SeriesLeg {
  code: string
  leg: string
}

/**
 * Splits "skewness.long" or "long.skewness". Codes may contain dots: the leg follows the last dot, or stands before the
 * first one. Returns null for any other text.
 */
export function splitSeriesLeg(text: string): SeriesLeg | null {
  const [first, last] = [text.indexOf('.'), text.lastIndexOf('.')]
  if (last <= 0) return null
  const after = legOf(text.slice(last + 1))
  if (after !== null) return { code: text.slice(0, last), leg: after }
  const before = legOf(text.slice(0, first))
  const code = text.slice(first + 1)
  return before === null || code === '' ? null : { code, leg: before }
}
