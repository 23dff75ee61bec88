/** Valid tables with one wrong cell, written in every format, with the same fault at the same location. */

import type { FaultRule } from '@/lib/import/outcome/fault'
import type { BadFile } from './bad-file'
import { TEXT_FORMS, type TextForm } from './write-table'

type Column = 'date' | 'series' | 'long' | 'short' | 'benchmark'

const HEADER = ['date', 'series', 'long', 'short', 'benchmark']
const GOOD = ['2024-08-29', 'skewness', '0.01', '-0.02', '0.003']

const CELLS: [Column, string, FaultRule][] = [
  ['date', '2024-02-30', 'not-a-date'],
  ['date', '30/08/2024', 'not-a-date'],
  ['date', '8/30/24', 'not-a-date'],
  ['date', '2024/8/32', 'not-a-date'],
  ['date', '2024年8月', 'not-a-date'],
  ['date', '45534', 'not-a-date'],
  ['date', '2024-08-30 09:30:00', 'not-a-date'],
  ['date', '昨天', 'not-a-date'],
  ['date', '', 'empty-cell'],
  ['date', '2024-08-31', 'in-the-future'],
  ['date', '2024-08-24', 'not-a-trading-day'],
  ['date', '2024-02-09', 'not-a-trading-day'],
  ['date', '2013-12-31', 'before-inception'],
  ['series', 'skewnes', 'unknown-series'],
  ['series', 'Skewness', 'unknown-series'],
  ['series', '偏度', 'unknown-series'],
  ['series', '', 'empty-cell'],
  ['series', 'enhanced', 'other-kind-of-series'],
  ['short', '', 'leg-missing'],
  ['short', 'n/a', 'leg-missing'],
  ['short', '--', 'leg-missing'],
  ['short', '(0.12)', 'in-parentheses'],
  ['date', '合计', 'summary-row'],
  ['short', '停牌', 'not-a-number'],
  ['short', '#DIV/0!', 'not-a-number'],
  ['short', '1.0.0', 'not-a-number'],
  ['short', '0x1', 'not-a-number'],
  ['short', '1,234.5', 'not-a-number'],
  ['short', 'NaN', 'leg-missing'],
  ['short', '+inf', 'not-finite'],
  ['short', '-Infinity', 'not-finite'],
  ['short', '1e999', 'not-finite'],
  ['short', '1e-400', 'too-small'],
  ['short', '-1', 'total-loss'],
  ['short', '-1.5', 'total-loss'],
  ['short', '0.51', 'over-limit'],
  ['long', '12', 'over-limit'],
  ['short', '0,0109', 'decimal-comma'],
  ['short', '-,5', 'decimal-comma'],
  ['benchmark', '1.09%', 'mixed-units'],
]

export const BAD_CELLS: BadFile[] = Object.keys(TEXT_FORMS)
  .filter(isForm)
  .flatMap((form) =>
    CELLS.map(([column, value, rule]) => ({
      name: `${form}: ${column} "${value}"`,
      bytes: () => TEXT_FORMS[form]([HEADER, GOOD, badRow(column, value)]),
      faults: [{ rule, sheet: form.startsWith('workbook') ? 'Sheet1' : null, row: 3, column, value }],
    })),
  )

function badRow(column: Column, value: string): string[] {
  const row = ['2024-08-30', 'skewness', '0', '0', '0']
  row[HEADER.indexOf(column)] = value
  return row
}

function isForm(name: string): name is TextForm {
  return name in TEXT_FORMS
}
